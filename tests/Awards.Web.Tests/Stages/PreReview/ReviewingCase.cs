using Awards.Domain.Calls;
using Awards.Domain.Intake;
using Awards.Domain.PreReview;
using Awards.Testing;
using Awards.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Awards.Web.Tests.Stages.PreReview;

/// <summary>An entry with a pair, and both persons signed in.</summary>
internal sealed class ReviewingCase : IAsyncDisposable
{
    public const string Form = "main form[data-autosave]", Pages = $"/vorpruefung/{World.Slug}", Office = $"/institut/{World.Slug}";

    private readonly List<Visitor> _visitors = [];

    public required AwardsHost Host { get; init; }
    public required World World { get; init; }
    public Entry Entry { get; private set; } = null!;
    public List<Review> Reviews { get; private set; } = null!;

    /// <summary>Sheet of the first of the pair.</summary>
    public string Address => $"{Pages}/boegen/{Reviews[0].Id}";

    public const string LeadPage = Office + "/beitraege/1";

    public static async Task<ReviewingCase> StartAsync(Func<CallDefinition, CallDefinition>? change = null)
    {
        var host = await AwardsHost.StartAsync();
        var one = new ReviewingCase { Host = host, World = await World.CreateAsync(host, change) };
        one.Entry = await one.World.AdmitAsync(1);
        one.Reviews = await one.World.AssignAsync(one.Entry);
        return one;
    }

    public async Task<Visitor> SignedInAsync(string mail)
    {
        var visitor = await Host.SignedInAsync(mail);
        _visitors.Add(visitor);
        return visitor;
    }

    /// <summary>Fills every radio group with a point and the vote.</summary>
    public static Dictionary<string, string?> Complete(Answer page, string points = "4")
    {
        var values = page.Page.QuerySelectorAll("fieldset.rating input").Select(box => box.GetAttribute("name")!).Distinct().ToDictionary(name => name, _ => (string?)points);
        (values["Vote"], values["Reasons"]) = (nameof(Vote.Suitable), "Eine Begründung in einem ganzen Satz.");
        return values;
    }

    public Task<Review> ReviewAsync(int at = 0) => Host.DbAsync(db => db.Reviews.AsNoTracking().Include(review => review.Sheets).SingleAsync(review => review.Id == Reviews[at].Id));

    public async Task<T> RunAsync<TJob, T>(Func<TJob, Task<T>> run) where TJob : class
    {
        using var scope = Host.Services.CreateScope();
        return await run(ActivatorUtilities.CreateInstance<TJob>(scope.ServiceProvider));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var visitor in _visitors) visitor.Dispose();
        await Host.DisposeAsync();
    }
}
