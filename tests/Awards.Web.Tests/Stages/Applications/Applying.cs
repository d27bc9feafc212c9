using Awards.Domain.Accounts;
using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Awards.Testing;
using Awards.Web.Data;
using Awards.Web.Stages.Applications;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Tests.Stages.Applications;

/// <summary>The clerk of "Musterstadt 1" with an application just begun.</summary>
internal sealed class Applying : IAsyncDisposable
{
    /// <summary>The form of a page that saves.</summary>
    public const string Form = "main form:has([name='Version'])";

    private Applying(AwardsHost host, World world, Visitor clerk, Guid id) => (Host, World, Clerk, Id) = (host, world, clerk, id);

    public AwardsHost Host { get; }
    public World World { get; }
    public Visitor Clerk { get; }
    public Guid Id { get; }
    public DateTime Deadline => World.Call.Phase(PhaseKind.Application)!.Until!.Value;

    /// <summary>Signs the clerk in and begins, by the pages. <paramref name="now"/> moves the clock first.</summary>
    public static async Task<Applying> BeginAsync(Func<CallDefinition, CallDefinition>? change = null, DateTime? now = null)
    {
        var host = await AwardsHost.StartAsync();
        var world = await World.CreateAsync(host, change);
        if (now is { } moved) host.Clock.Now = moved;
        var clerk = await host.SignedInAsync(Cast.ClerkOne);
        var page = await clerk.GetAsync(ApplicationLinks.Begin(World.Slug));
        var answer = await clerk.SubmitAsync(page, "main form");
        return new(host, world, clerk, Guid.Parse(answer.Location!.Split('/')[^1]));
    }

    /// <summary>A questionnaire with every kind of question that people write, and a chain of conditions.</summary>
    public static CallDefinition WithWrittenQuestions(CallDefinition definition) => definition with
    {
        Questionnaire = new Questionnaire
        {
            Sections =
            [
                new Section
                {
                    Code = "written", Title = "Zahlen und Texte",
                    Questions =
                    [
                        new WholeNumberQuestion { Code = "volunteers", Text = "Wie viele Freiwillige helfen mit?", Unit = "Personen", Max = 100_000, Required = true },
                        new ShortTextQuestion { Code = "slogan", Text = "Welches Motto hat der Beitrag?", MaxLength = 50 },
                        new LongTextQuestion { Code = "lessons", Text = "Was haben Sie gelernt?", MaxLength = 500 },
                    ],
                },
                new Section
                {
                    Code = "chain", Title = "Bedingte Fragen",
                    Questions =
                    [
                        new YesNoQuestion { Code = "partners", Text = "Gibt es Partner?", Required = true },
                        new YesNoQuestion { Code = "contract", Text = "Gibt es einen Vertrag?", Required = true, AskedIf = new ChosenCondition("partners", ["yes"]) },
                        new ShortTextQuestion { Code = "contract_name", Text = "Wie heißt der Vertrag?", Required = true, AskedIf = new ChosenCondition("contract", ["yes"]) },
                    ],
                },
            ],
        },
    };

    /// <summary>Opens a page and saves it with some values.</summary>
    public async Task<Answer> SaveAsync(string address, Dictionary<string, string?> values, bool goOn = false, bool autosave = false) =>
        await Clerk.SubmitAsync(await Clerk.GetAsync(address), Form, values, goOn ? ("weiter", "1") : null, autosave);

    /// <summary>Fills in everything that must be.</summary>
    public async Task FillAsync()
    {
        Answer[] answers =
        [
            await SaveAsync(ApplicationLinks.Contact(Id), new() { ["Input.ContactName"] = "Ansprechperson", ["Input.ContactMail"] = "kontakt@musterstadt.example" }),
            await SaveAsync(ApplicationLinks.Contribution(Id), new() { ["Input.Title"] = "Unser Beitrag", ["Input.Summary"] = "Kurz gesagt" }),
            await SaveAsync(ApplicationLinks.Text(Id), new() { ["Input.Description"] = "Ausführlich gesagt" }),
            await SaveAsync(ApplicationLinks.Section(Id, "concept"), new() { ["Answers[needs_analysis]"] = "yes", ["Answers[written_concept]"] = "no", ["Answers[integration_concept]"] = "no" }),
            await SaveAsync(ApplicationLinks.Section(Id, "evaluation"), new() { ["Answers[evaluation]"] = "no" }),
            await SaveAsync(ApplicationLinks.Section(Id, "resources"), new() { ["Answers[duration]"] = "permanent" }),
        ];
        answers.ShouldAllBe(answer => answer.IsRedirect);
    }

    /// <summary>Presses the button of the check page as it stands.</summary>
    public async Task<Answer> SubmitAsync(bool confirmed = true) =>
        await Clerk.SubmitAsync(await Clerk.GetAsync(ApplicationLinks.Check(Id)), Form, new() { ["Confirmed"] = confirmed ? "true" : null });

    public Task<Application> StoredAsync() => Host.DbAsync(db => db.Applications.AsNoTracking().Include(each => each.Projects).SingleAsync(each => each.Id == Id));

    /// <summary>Audit rows of an action on this application.</summary>
    public Task<int> AuditsAsync(AuditAction action) => Host.DbAsync(db => db.AuditRows.CountAsync(row => row.Action == action && row.ObjectId == Id));

    /// <summary>Lets the clerk of "Musterstadt 2" work on it too.</summary>
    public Task<Visitor> ColleagueAsync(MemberRight right) => AddAsync(Cast.ClerkTwo, right);

    /// <summary>Lets a person act for one more municipality.</summary>
    public static Task<bool> AffiliateAsync(World world, string mail, int municipality) => world.WriteAsync(db =>
    {
        db.Affiliations.Add(Affiliation.Of(world.Persons[mail], world.Municipalities[municipality - 1].Id));
        return Task.FromResult(true);
    });

    public async ValueTask DisposeAsync()
    {
        Clerk.Dispose();
        await Host.DisposeAsync();
    }

    private async Task<Visitor> AddAsync(string mail, MemberRight right)
    {
        await World.WriteAsync(db =>
        {
            db.ApplicationMembers.Add(ApplicationMember.Add(Id, World.Persons[mail], right));
            return Task.FromResult(true);
        });
        return await Host.SignedInAsync(mail);
    }
}
