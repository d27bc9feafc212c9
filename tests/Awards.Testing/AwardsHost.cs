using Awards.Web;
using Awards.Web.Data;
using Awards.Web.Data.Seeding;
using Awards.Web.Platform;
using Awards.Web.Platform.Checking;
using Awards.Web.Platform.Files;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Awards.Testing;

/// <summary>The whole application on a database of its own, with a clock that tests move.</summary>
public sealed class AwardsHost : IAsyncDisposable
{
    /// <summary>Where the clock stands at first: in the application phase of <see cref="World"/>'s call.</summary>
    public static readonly DateTime Start = new(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc);

    private readonly TestDatabase _database;
    private readonly WebApplication _app;

    // Each host watches its files; many hosts in one process would use up the system's watchers.
    static AwardsHost() => Environment.SetEnvironmentVariable("DOTNET_USE_POLLING_FILE_WATCHER", "1");

    private readonly bool _ownsDatabase;

    private AwardsHost(TestDatabase database, bool ownsDatabase, WebApplication app, FakeClock clock, QueryCounter queries) =>
        (_database, _ownsDatabase, _app, Clock, Queries) = (database, ownsDatabase, app, clock, queries);

    public FakeClock Clock { get; }
    public QueryCounter Queries { get; }

    /// <summary>Data directory: keys, mails.</summary>
    public string Folder => _database.Folder;

    /// <summary>The seed files of the repository.</summary>
    public static SeedFiles Seed { get; } = new(Path.Combine(Installation.FindRoot(), "seed"));

    /// <summary>PostgreSQL connection string of the database; null on SQLite.</summary>
    public string? Postgres => _database.Postgres;

    /// <summary>Starts a host. <paramref name="urls"/> = a real server for browsers; null = an in-memory one.</summary>
    /// <param name="server">A real server on a free port of this machine, as operators run it; not the demo.</param>
    /// <param name="beside">Another host whose database this one uses too.</param>
    /// <param name="prepare">Puts files into the data directory before the start.</param>
    /// <param name="extend">Adds endpoints for the test.</param>
    public static async Task<AwardsHost> StartAsync(string? urls = null, IReadOnlyDictionary<string, string?>? settings = null, bool demo = false,
        bool server = false, AwardsHost? beside = null, Action<string>? prepare = null, Action<WebApplication>? extend = null)
    {
        var database = beside?._database ?? await TestDatabase.CreateAsync();
        prepare?.Invoke(database.Folder);
        var clock = new FakeClock(Start);
        var queries = new QueryCounter();
        var all = TestDatabase.Settings(database.Postgres);
        foreach (var (key, value) in settings ?? new Dictionary<string, string?>()) all[key] = value;
        var app = AwardsApp.Build(new Installation(Installation.FindRoot(), database.Folder, demo || urls is not null), server ? "http://127.0.0.1:0" : urls, all, builder =>
        {
            if (urls is null && !server) builder.WebHost.UseTestServer();
            builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock));
            builder.Services.ConfigureDbContext<SqliteAwardsDbContext>(options => options.AddInterceptors(queries));
            builder.Services.ConfigureDbContext<PostgresAwardsDbContext>(options => options.AddInterceptors(queries));
            // The tests' passwords guard nothing; a full hash costs 50 ms for each sign-in.
            builder.Services.Configure<PasswordHasherOptions>(options => options.IterationCount = 1000);
        });
        extend?.Invoke(app);
        await app.StartAsync();
        return new AwardsHost(database, beside is null, app, clock, queries);
    }

    /// <summary>Addresses of a real server.</summary>
    public IEnumerable<string> Urls => _app.Urls;

    /// <summary>The application's services.</summary>
    public IServiceProvider Services => _app.Services;

    /// <summary>Somebody who looks at pages; not signed in.</summary>
    public Visitor Visitor() => new(_app.Services.GetService<Microsoft.AspNetCore.Hosting.Server.IServer>() is TestServer memory ? memory.CreateHandler() : new ProxyHandler(new Uri(Urls.First())), new Uri("https://localhost"));

    /// <summary>Somebody who has signed in through the page.</summary>
    public async Task<Visitor> SignedInAsync(string mail, string password = DemoAccounts.Password)
    {
        var visitor = Visitor();
        await visitor.SignInAsync(mail, password);
        return visitor;
    }

    /// <summary>Reads or prepares something in the database.</summary>
    public async Task<T> DbAsync<T>(Func<AwardsDbContext, Task<T>> work)
    {
        using var scope = _app.Services.CreateScope();
        return await work(scope.ServiceProvider.GetRequiredService<AwardsDbContext>());
    }

    /// <summary>The invariants of <c>awards check</c>.</summary>
    public Task<IReadOnlyList<string>> CheckAsync() => DbAsync<IReadOnlyList<string>>(async db =>
        [.. await Invariants.CheckAsync(db), .. await StoredFileCheck.CheckAsync(db, Services.GetRequiredService<IFileStore>())]);

    /// <summary>Seeds the demo, with the clock at its present.</summary>
    public async Task SeedDemoAsync(DemoStage stage)
    {
        using var scope = _app.Services.CreateScope();
        var services = scope.ServiceProvider;
        var seeder = new DemoSeeder(services.GetRequiredService<AwardsDbContext>(), Seed, services.GetRequiredService<IPasswordHasher<Person>>(), Clock);
        _ = (await seeder.SeedAsync(stage)).Fact;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        if (_ownsDatabase) await _database.DisposeAsync();
    }
}
