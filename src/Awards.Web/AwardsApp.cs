using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Awards.Web.Data;
using Awards.Web.Platform;
using Awards.Web.Platform.Files;
using Awards.Web.Platform.Jobs;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Mail;
using Awards.Web.Platform.Operation;
using Awards.Web.Platform.Privacy;
using Awards.Web.Platform.Requests;
using Awards.Web.Platform.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.WebEncoders;

namespace Awards.Web;

/// <summary>Builds the web application. Tests and the command line build the same one.</summary>
public static class AwardsApp
{
    private static readonly CultureInfo[] Cultures = [CultureInfo.GetCultureInfo("de"), CultureInfo.GetCultureInfo("en")];

    /// <summary>Builds it, not yet started.</summary>
    /// <param name="settings">Configuration that wins over files and environment.</param>
    /// <param name="customise">Last word on services and server, for tests.</param>
    public static WebApplication Build(Installation installation, string? urls = null,
        IReadOnlyDictionary<string, string?>? settings = null, Action<WebApplicationBuilder>? customise = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(AwardsApp).Assembly.GetName().Name,
            ContentRootPath = installation.Root,
            WebRootPath = Path.Combine(installation.Root, "wwwroot"),
            // Settings are read at start; watching their files costs an inotify handle per host.
            Args = ["--hostBuilder:reloadConfigOnChange=false"],
        });
        var faults = new SettingFaults();
        var file = Path.Combine(Path.GetFullPath(installation.DataDirectory), "appsettings.json");
        Secrets.RefuseInFile(file, faults);
        builder.Configuration.AddJsonFile(file, optional: true);
        builder.Configuration.AddEnvironmentVariables();
        builder.Configuration.AddSecretFiles(settings?.GetValueOrDefault(Secrets.DirectoryVariable), faults);
        if (settings is not null) builder.Configuration.AddInMemoryCollection(settings);
        if (urls is not null) builder.WebHost.UseUrls(urls);
        builder.WebHost.ConfigureKestrel(Limits.Apply);
        // Standard output belongs to what a verb has to say.
        builder.Logging.ClearProviders().AddConsole(console => (console.LogToStandardErrorThreshold, console.FormatterName) = (LogLevel.Trace, MaskingFormatter.Name))
            .AddConsoleFormatter<MaskingFormatter, Microsoft.Extensions.Logging.Console.ConsoleFormatterOptions>().SetMinimumLevel(LogLevel.Warning);
        // KeyStart says by itself when the keys are not encrypted.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        builder.Host.UseDefaultServiceProvider(provider => provider.ValidateScopes = provider.ValidateOnBuild = true);

        var settingsOfOperation = OperationSettings.Read(builder.Configuration, installation, faults);
        settingsOfOperation.Add(builder.Services, faults);
        faults.ThrowIfAny();
        AddServices(builder, installation, settingsOfOperation);
        customise?.Invoke(builder);
        var app = builder.Build();
        Use(app, installation, settingsOfOperation);
        return app;
    }

    private static void AddServices(WebApplicationBuilder builder, Installation installation, OperationSettings operation)
    {
        var services = builder.Services;
        var configured = builder.Configuration.GetConnectionString(Database.ConnectionName);
        services.AddSingleton(installation);
        services.AddSingleton(TimeProvider.System);
        services.AddAwardsDatabase(configured, installation.DataDirectory);
        services.AddSingleton<CallCache>();
        services.AddSingleton<AuditChain>();
        services.AddHttpContextAccessor();
        services.AddScoped<RequestContext>();
        AddAccounts(services, builder.Configuration, installation);
        AddPages(services, installation);

        var isSqlite = string.IsNullOrWhiteSpace(configured);
        if (builder.Configuration.GetValue("Jobs:Enabled", true))
        {
            services.AddScheduling(isSqlite ? Database.SqliteFile(installation.DataDirectory) : configured!, isSqlite, operation.CheckIn, Stages.StageJobs.Add);
            services.AddHealthChecks().AddCheck<SchedulerHealth>("scheduler");
        }
        services.AddHealthChecks().AddCheck<DatabaseHealth>("database");

        var mail = operation.Mail;
        services.AddSingleton(mail);
        services.AddSingleton<MailKinds>();
        services.AddSingleton<Unsubscribing>();
        services.AddScoped<MailTemplates>();
        services.AddSingleton<IMailTransport>(mail.Host.Length > 0 ? new SmtpTransport(mail) : new FileTransport(Path.Combine(installation.DataDirectory, "mail"), mail));
        services.AddScoped<OutboxJob>();
        services.AddFiles(builder.Configuration, installation.DataDirectory);
        services.AddPrivacy(builder.Configuration);
        Stages.StageServices.Add(services, installation);
    }

    private static void AddAccounts(IServiceCollection services, ConfigurationManager configuration, Installation installation)
    {
        var accounts = configuration.GetSection("Accounts").Get<AccountOptions>() ?? new AccountOptions();
        services.AddSingleton(accounts);
        services.AddIdentityCore<Person>(options =>
        {
            options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
            options.User.RequireUniqueEmail = true;
            // Failures are counted by Throttling, for addresses with and without an account alike.
            options.Lockout.AllowedForNewUsers = false;
        }).AddUserStore<PersonStore>().AddSignInManager().AddDefaultTokenProviders();
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = 210_000);
        services.Configure<IdentityPasskeyOptions>(options =>
        {
            // A passkey replaces both factors: the device must have checked its owner.
            options.UserVerificationRequirement = options.ResidentKeyRequirement = "required";
        });
        services.AddScoped<PersonClaims>().AddScoped<SessionCookies>().AddScoped<SignIns>().AddScoped<SecondFactors>().AddScoped<Throttling>();
        services.AddSingleton<KnownPasswords>();
        services.AddSingleton<PasswordTurns>();
        var sso = configuration.GetSection("Sso").Get<SingleSignOnOptions>() ?? new SingleSignOnOptions();
        services.AddSingleton(sso);
        var authentication = services.AddAuthentication(IdentityConstants.ApplicationScheme);
        SingleSignOn.Add(authentication, sso, cookie => Harden(cookie, installation, ""));
        authentication.AddIdentityCookies(cookies =>
        {
            cookies.ApplicationCookie!.Configure(options =>
            {
                Harden(options.Cookie, installation, "awards");
                options.LoginPath = "/anmelden";
                options.ReturnUrlParameter = "zurueck";
                options.ExpireTimeSpan = Session.Idle;
                options.EventsType = typeof(SessionCookies);
            });
            cookies.ExternalCookie!.Configure(options => Harden(options.Cookie, installation, "awards-sso"));
            cookies.TwoFactorUserIdCookie!.Configure(options => Harden(options.Cookie, installation, "awards-factor"));
        });
        services.AddAuthorization(options => Policies.Add(options, Stages.StageRights.All));
        services.AddScoped<IAuthorizationHandler, RoleInCallHandler>();
    }

    private static void AddPages(IServiceCollection services, Installation installation)
    {
        services.AddLocalization();
        services.Configure<RequestLocalizationOptions>(options =>
        {
            options.DefaultRequestCulture = new RequestCulture(Cultures[0]);
            options.SupportedCultures = options.SupportedUICultures = Cultures;
            // German is the language of the house: only who switches gets English, whatever the browser prefers.
            options.RequestCultureProviders = [new QueryStringRequestCultureProvider(), new CookieRequestCultureProvider()];
        });
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddAntiforgery(options => Harden(options.Cookie, installation, "awards-form"));
        services.Configure<CookieTempDataProviderOptions>(options => Harden(options.Cookie, installation, "awards-note"));
        services.AddRazorPages(options =>
        {
            options.RootDirectory = "/Stages";
            options.Conventions.Add(new FolderPolicies());
        }).AddDataAnnotationsLocalization(options => options.DataAnnotationLocalizerProvider = (_, factory) => factory.Create(typeof(Text))).AddMvcOptions(options =>
        {
            options.MaxModelBindingCollectionSize = 10_000;
            options.ModelBindingMessageProvider.SetValueMustNotBeNullAccessor(_ => "Bitte füllen Sie dieses Feld aus.");
            options.ModelBindingMessageProvider.SetAttemptedValueIsInvalidAccessor((value, _) => $"„{value}“ ist hier nicht möglich.");
            options.ModelBindingMessageProvider.SetNonPropertyAttemptedValueIsInvalidAccessor(value => $"„{value}“ ist hier nicht möglich.");
            options.ModelBindingMessageProvider.SetValueIsInvalidAccessor(value => $"„{value}“ ist hier nicht möglich.");
        });
        services.Configure<Microsoft.AspNetCore.Http.Features.FormOptions>(options => options.ValueCountLimit = 10_000);
        services.Configure<RouteOptions>(options => options.LowercaseUrls = true);
    }

    private static void Harden(CookieBuilder cookie, Installation installation, string name)
    {
        // "__Host-" needs https; the loopback demo runs on http.
        cookie.Name = installation.Demo ? name : "__Host-" + name;
        cookie.HttpOnly = true;
        cookie.IsEssential = true;
        cookie.SameSite = SameSiteMode.Lax;
        cookie.Path = "/";
        cookie.SecurePolicy = installation.Demo ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
    }

    private static void Use(WebApplication app, Installation installation, OperationSettings operation)
    {
        var clock = app.Services.GetRequiredService<TimeProvider>();
        app.Use((http, next) =>
        {
            RequestContext.Stamp(http, clock);
            SecurityHeaders.SetAtStart(http, installation.Demo);
            return next(http);
        });
        if (operation.Proxy is { } proxy) app.UseForwardedHeaders(proxy);
        app.UseTelemetry();
        app.UseExceptionHandler(ErrorPath);
        app.UseStatusCodePagesWithReExecute(ErrorPath, "?status={0}");
        app.UseStaticFiles(new StaticFileOptions
        {
            OnPrepareResponse = file => file.Context.Response.Headers.CacheControl =
                file.Context.Request.Query.ContainsKey("v") ? "public, max-age=31536000, immutable" : "public, max-age=300",
        });
        app.UseRequestLocalization();
        app.UseRouting();
        app.UseRequestTimeouts();
        app.UseMiddleware<BodyLimits>();
        app.UseAuthentication();
        app.UseMiddleware<SpecimenView>();
        app.UseMiddleware<CallBinding>();
        app.UseAuthorization();
        app.MapRazorPages();
        app.MapFiles();
        // A word and a status, no details. Live: the process answers; ready: database and scheduler do too.
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready").AllowAnonymous();
        app.MapHealthChecks("/health").AllowAnonymous();
        // Without an endpoint of its own an unknown address would meet the deny policy and lead to the sign-in page.
        app.MapFallback("{*path}", http =>
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }).AllowAnonymous();
    }

    private const string ErrorPath = "/fehler";
}
