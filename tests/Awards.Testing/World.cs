using Awards.Domain.Accounts;
using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Awards.Domain.Intake;
using Awards.Domain.Municipalities;
using Awards.Domain.PreReview;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Awards.Web.Data.Seeding;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Awards.Testing;

/// <summary>A small competition with the <see cref="Cast"/>, and another one beside it. Everything in it is made by domain methods.</summary>
public sealed class World
{
    /// <summary>Slug of the competition that tests use.</summary>
    public const string Slug = "muster";

    /// <summary>Slug of another competition, for rights across calls.</summary>
    public const string OtherSlug = "anderer";

    private readonly AwardsHost _host;

    private World(AwardsHost host, Call call, Call other) => (_host, Call, Other) = (host, call, other);

    public Call Call { get; }
    public Call Other { get; }
    public Dictionary<string, Guid> Persons { get; } = [];
    public List<Municipality> Municipalities { get; } = [];

    /// <summary>Builds it. <paramref name="change"/> alters the definition, which is the one of the seeded open call without its formal check list.</summary>
    public static async Task<World> CreateAsync(AwardsHost host, Func<CallDefinition, CallDefinition>? change = null)
    {
        var definition = AwardsHost.Seed.Call(DemoSeeder.Today) with { Slug = Slug, NumberPrefix = "M-2026", MayEnter = null, Contributions = null, ReminderDays = null, ReviewReminderDays = null, FormalChecks = null };
        definition = PlainSheets.Of(definition);
        var world = new World(host, Call.Create(change is null ? definition : change(definition)), Call.Create(definition with { Slug = OtherSlug, NumberPrefix = "A-2026" }));
        await world.PopulateAsync();
        return world;
    }

    /// <summary>Runs a write as the system and gives its fact.</summary>
    public Task<T> WriteAsync<T>(Func<AwardsDbContext, Task<T>> work) => _host.DbAsync(async db =>
        (await db.WriteAsync(System, AuditAction.SeedLoaded, async () => (Outcome<T>)await work(db))).Fact);

    /// <summary>A submitted application of a municipality ("Musterstadt n"), with its clerk as member for 1 and 2.</summary>
    public Task<Application> SubmitAsync(int number, MunicipalityType? type = null, AnswerSet? answers = null, ApplicationTexts? texts = null, IReadOnlyList<ProjectText>? projects = null) => WriteAsync(async db =>
    {
        var municipality = Municipalities[(number - 1) % Municipalities.Count];
        var application = Application.TakeOver(Call, new ArrivedEntry
        {
            ApplicantName = municipality.Name,
            MunicipalityId = municipality.Id,
            State = municipality.State,
            Type = type ?? municipality.Type,
            Channel = Channel.Web,
            Answers = answers ?? AnswerSet.Empty.With("needs_analysis", "yes").With("duration", "permanent"),
            Texts = texts ?? new ApplicationTexts { Title = $"Beitrag {number}", Summary = "Kurzfassung", ContactName = "Ansprechperson", ContactMail = "kontakt@musterstadt.example" },
            Projects = projects ?? [new("Einzelprojekt A", "Beschreibung A"), new("Einzelprojekt B")],
        }, _host.Clock.Now);
        var arrival = await db.Applications.Where(each => each.CallId == Call.Id).MaxAsync(each => each.ArrivalNumber) ?? 0;
        application.SubmitTakenOver(Call, arrival + 1, _host.Clock.Now);
        db.Applications.Add(application);
        if (number <= 2) db.ApplicationMembers.Add(ApplicationMember.Add(application.Id, Persons[number == 1 ? Cast.ClerkOne : Cast.ClerkTwo], MemberRight.Sign));
        return application;
    });

    /// <summary>An admitted entry, numbered in order.</summary>
    public async Task<Entry> AdmitAsync(int number, MunicipalityType? type = null, AnswerSet? answers = null, ApplicationTexts? texts = null, IReadOnlyList<ProjectText>? projects = null)
    {
        var submitted = await SubmitAsync(number, type, answers, texts, projects);
        return await WriteAsync(async db =>
        {
            var application = await db.Applications.Include(each => each.Projects).SingleAsync(each => each.Id == submitted.Id);
            var next = await db.Entries.Where(each => each.CallId == Call.Id).MaxAsync(each => (int?)each.Number) ?? 0;
            var admitted = Admission.Admit(application, Call, next + 1, null, System).Fact;
            db.AddRange(admitted.Entry, admitted.Decision);
            return admitted.Entry;
        });
    }

    /// <summary>Gives an entry to reviewers 1 and 2 (or others), open.</summary>
    public Task<List<Review>> AssignAsync(Entry entry, int first = 1, int second = 2) => WriteAsync(db =>
    {
        List<Review> reviews = [.. new[] { first, second }.Select(number => Review.Open(Call.Definition, entry, Persons[Cast.Reviewer(number)]))];
        db.Reviews.AddRange(reviews);
        return Task.FromResult(reviews);
    });

    /// <summary>Fills and hands in a review with the same points for every criterion; null = nicht beurteilbar.</summary>
    public Task<Review> HandInAsync(Guid reviewId, int? points = 4, Vote vote = Vote.Suitable, string reasons = "Begründung des Votums in einem Satz.") => WriteAsync(async db =>
    {
        var review = await db.Reviews.Include(each => each.Sheets).SingleAsync(each => each.Id == reviewId);
        SheetContent Points(SheetDefinition sheet) => new(ReviewSheet.NoRatings.AddRange(sheet.Items.Select(item => KeyValuePair.Create(item.Criterion, points))));
        var write = new WriteContext(review.ReviewerId, _host.Clock.Now);
        var content = new ReviewContent([.. review.Sheets.Select(sheet => (sheet.ProjectId, Points(sheet.ProjectId is null ? Call.Definition.EntrySheet : Call.Definition.ProjectSheet!)))], vote, reasons);
        _ = review.Save(Call.Definition, content, review.Version, write).Fact;
        return review.HandIn(Call.Definition, review.Version, write).Fact;
    });

    /// <summary>Settles an entry whose pair has handed in.</summary>
    public Task<ConsensusResult> SettleAsync(Entry entry, ConsensusOutcome outcome = ConsensusOutcome.ProposeInGroup, Guid? projectId = null) => WriteAsync(async db =>
    {
        var reviews = await db.Reviews.Where(review => review.EntryId == entry.Id).ToListAsync();
        var result = ConsensusResult.Settle(Call, entry, reviews, new(outcome, "Begründung der gemeinsamen Sitzung.", projectId), System).Fact;
        db.ConsensusResults.Add(result);
        return result;
    });

    private WriteContext System => WriteContext.System(_host.Clock.Now, "Test");

    private async Task PopulateAsync()
    {
        using var scope = _host.Services.CreateScope();
        var hasher = scope.ServiceProvider.GetRequiredService<IPasswordHasher<Person>>();
        await WriteAsync(db =>
        {
            db.Calls.AddRange(Call, Other);
            var types = MunicipalityTypes.All;
            for (var number = 1; number <= 6; number++) Municipalities.Add(Municipality.Create($"Musterstadt {number}", FederalStates.Codes[number], types[(number - 1) % 3]));
            db.Municipalities.AddRange(Municipalities);
            void Add(string mail, params (Guid Call, CallRole Role)[] roles)
            {
                var person = Person.Create(mail, mail.Split('@')[0]);
                person.PasswordHash = hasher.HashPassword(person, DemoAccounts.Password);
                db.Users.Add(person);
                db.RoleAssignments.AddRange(roles.Select(role => RoleAssignment.Give(person.Id, role.Call, role.Role)));
                Persons[mail] = person.Id;
            }
            Add(Cast.Lead, (Call.Id, CallRole.Lead));
            Add(Cast.Editor, (Call.Id, CallRole.Editor));
            Add(Cast.Finance, (Call.Id, CallRole.Finance));
            for (var number = 1; number <= 3; number++) Add(Cast.Reviewer(number), (Call.Id, CallRole.Reviewer));
            Add(Cast.JuryMember, (Call.Id, CallRole.JuryMember));
            Add(Cast.JuryChair, (Call.Id, CallRole.JuryMember), (Call.Id, CallRole.JuryChair));
            Add(Cast.ClerkOne);
            Add(Cast.ClerkTwo);
            Add(Cast.Stranger);
            Add(Cast.OtherLead, (Other.Id, CallRole.Lead));
            db.Affiliations.AddRange(Affiliation.Of(Persons[Cast.ClerkOne], Municipalities[0].Id), Affiliation.Of(Persons[Cast.ClerkTwo], Municipalities[1].Id));
            return Task.FromResult(true);
        });
    }
}
