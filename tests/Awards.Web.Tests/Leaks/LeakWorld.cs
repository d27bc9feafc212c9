using System.Collections.Immutable;
using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Awards.Domain.Intake;
using Awards.Domain.Municipalities;
using Awards.Domain.PreReview;
using Awards.Domain.PreReview.Sessions;
using Awards.Domain.Shared;
using Awards.Testing;
using Awards.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Tests.Leaks;

/// <summary>
/// A call in which every object stands somewhere else on its way, and every protected field holds a word of its own. As the work decides about
/// rights and the calendar only about applying and publishing (src/decisions/0013), one call and a moving clock show every phase.
/// </summary>
internal sealed partial class LeakWorld(AwardsHost host, World world)
{
    /// <summary>Beginning of all canaries.</summary>
    public const string Beginning = "Kanari";

    public AwardsHost Host => host;
    public World World => world;

    /// <summary>Objects by the word that their canaries hold: applications, entries, reviews.</summary>
    public Dictionary<string, Application> Applications { get; } = [];
    public Dictionary<string, Entry> Entries { get; } = [];
    public Dictionary<string, Review> Reviews { get; } = [];

    /// <summary>A municipality whose type the office set.</summary>
    public Guid Municipality { get; private set; }

    private WriteContext By(string why) => WriteContext.System(host.Clock.Now, why);

    public static string Word(string one, string field) => Beginning + one + field;

    public static async Task<LeakWorld> CreateAsync(AwardsHost host)
    {
        var free = new Section { Code = "free", Title = "Frei", Questions = [new ShortTextQuestion { Code = "canary", Text = "Freie Antwort" }] };
        var populated = new LeakWorld(host, await World.CreateAsync(host, definition => definition with
        {
            Questionnaire = definition.Questionnaire with { Sections = [.. definition.Questionnaire.Sections, free] },
        }));
        await populated.ApplyAsync();
        await populated.ReviewAsync();
        await populated.AccountsAsync();
        await populated.ActAsync();
        return populated;
    }

    private Task<bool> ApplyAsync() => world.WriteAsync(async db =>
    {
        Arrive(db, world.Call, "Entwurf", 1, Cast.ClerkOne);
        Submit(world.Call, Arrive(db, world.Call, "Eingereicht", 2, Cast.ClerkTwo), 1);
        Submit(world.Call, Arrive(db, world.Call, "Ausgeschlossen", 1, Cast.ClerkOne), 2);
        string[] entries = ["Offen", "Befangen", "Versiegelt", "Paar", "Beraten", "Praemiert", "Abgelehnt"];
        for (var number = 1; number <= entries.Length; number++)
        {
            (string? Mail, int Municipality) owner = entries[number - 1] switch { "Versiegelt" => (Cast.ClerkOne, 1), "Praemiert" => (Cast.ClerkTwo, 2), _ => (null, 3 + number % 4) };
            Admit(db, world.Call, entries[number - 1], number, Arrive(db, world.Call, entries[number - 1], owner.Municipality, owner.Mail));
        }
        Admit(db, world.Other, "Anders", 1, Arrive(db, world.Other, "Anders", 3, null));
        var odd = Awards.Domain.Municipalities.Municipality.Create("Sonderfall", "HE", Awards.Domain.Municipalities.MunicipalityType.DistrictMunicipality);
        Municipality = db.Municipalities.Add(odd.SetType(Awards.Domain.Municipalities.MunicipalityType.IndependentCity, By(Word("Kommune", "Typgrund"))).Fact).Entity.Id;
        await Task.CompletedTask;
        return true;
    });

    private Application Arrive(AwardsDbContext db, Call call, string word, int municipality, string? clerk)
    {
        var town = world.Municipalities[municipality - 1];
        var application = Application.TakeOver(call, new ArrivedEntry
        {
            ApplicantName = Word(word, "Name"),
            MunicipalityId = town.Id,
            State = town.State,
            Type = MunicipalityTypes.All[0],
            Channel = Channel.Web,
            Answers = AnswerSet.Empty.With("needs_analysis", "yes").With("canary", call == world.Call ? Word(word, "Antwort") : ""),
            Texts = new ApplicationTexts
            {
                Title = Word(word, "Titel"),
                Department = Word(word, "Amt"),
                Website = $"www.{Word(word, "Web")}.example",
                ContactName = Word(word, "Kontakt"),
                ContactMail = Word(word, "Mail").ToLowerInvariant() + "@musterstadt.example",
                ContactPhone = Word(word, "Telefon"),
                Summary = Word(word, "Kurz"),
                Description = Word(word, "Lang"),
                Focus = Word(word, "Fokus"),
                ThirdParties = Word(word, "Dritte"),
                Embedding = Word(word, "Einbindung"),
            },
            Participants = [new(Word(word, "Beteiligte"))],
            Projects = [new(Word(word, "Projekt"), Word(word, "Projekttext"))],
        }, host.Clock.Now);
        db.Applications.Add(Applications[word] = application);
        if (clerk is not null) db.ApplicationMembers.Add(ApplicationMember.Add(application.Id, world.Persons[clerk], MemberRight.Sign));
        return application;
    }

    private void Submit(Call call, Application application, int arrival) => application.SubmitTakenOver(call, arrival, host.Clock.Now);

    private void Admit(AwardsDbContext db, Call call, string word, int number, Application application)
    {
        Submit(call, application, number + 2);
        var admitted = Admission.Admit(application, call, number, null, By(Word(word, "Zulassung"))).Fact;
        db.AddRange(Entries[word] = admitted.Entry, admitted.Decision);
    }

    private Task<bool> ReviewAsync() => world.WriteAsync(db =>
    {
        Write(db, "OffenEins", 1, handIn: false);
        Open(db, "Offen", 2);
        Write(db, "BefangenZwei", 2, handIn: false);
        Open(db, "Befangen", 3);
        db.Conflicts.Add(ConflictOfInterest.Declare(Entries["Befangen"].Id, world.Persons[Cast.Reviewer(2)], ConflictKind.Mandate, By("Mandat")));
        Write(db, "VersiegeltEins", 1);
        Write(db, "VersiegeltZwei", 2, handIn: false);
        _ = Write(db, "PaarErsetzt", 3, handIn: false).Replace().Fact;
        foreach (var word in new[] { "Paar", "Beraten", "Praemiert" })
        {
            Write(db, word + "Eins", 1);
            Write(db, word + "Zwei", 2);
        }
        Write(db, "AbgelehntEins", 1);
        Write(db, "AbgelehntDrei", 3);
        Settle(db, "Beraten", ConsensusOutcome.ProposeInGroup);
        Settle(db, "Praemiert", ConsensusOutcome.ProposeInGroup);
        Settle(db, "Abgelehnt", ConsensusOutcome.DoNotPropose);
        Meet(db);
        Report(db, "Beraten", 1, present: false);
        Report(db, "Praemiert", 2, present: true);
        return Task.FromResult(true);
    });

    private Review Open(AwardsDbContext db, string entry, int reviewer)
    {
        var review = Review.Open(world.Call.Definition, Entries[entry], world.Persons[Cast.Reviewer(reviewer)]);
        db.Reviews.Add(review);
        return review;
    }

    private Review Write(AwardsDbContext db, string word, int reviewer, bool handIn = true)
    {
        var definition = world.Call.Definition;
        var review = Reviews[word] = Open(db, Entries.Keys.Single(word.StartsWith), reviewer);
        var write = new WriteContext(review.ReviewerId, host.Clock.Now);
        var sheets = review.Sheets.Select(sheet =>
        {
            var items = (sheet.ProjectId is null ? definition.EntrySheet : definition.ProjectSheet!).Items;
            return (sheet.ProjectId, new SheetContent(items.ToImmutableSortedDictionary(item => item.Criterion, _ => (int?)3, StringComparer.Ordinal), Word(word, sheet.ProjectId is null ? "Bogen" : "Projektbogen")));
        });
        _ = review.Save(definition, new ReviewContent([.. sheets], Vote.Suitable, Word(word, "Grund") + " mit genug Zeichen für eine Begründung."), review.Version, write).Fact;
        if (handIn) _ = review.HandIn(definition, review.Version, write).Fact;
        if (word is "VersiegeltEins" or "PaarEins")
        {
            db.ReviewReopenings.Add(review.Reopen(settled: false, By(Word(word, "Oeffnung"))).Fact);
            _ = review.Save(definition, new ReviewContent([.. sheets], Vote.NotSuitable, Word(word, "Fassung") + " mit genug Zeichen für eine Begründung."), review.Version, write).Fact;
            db.ReviewVersions.Add(ReviewVersion.Due(review, VersionOccasion.Saved, null, write)!);
            _ = review.Save(definition, new ReviewContent([.. sheets], Vote.Suitable, Word(word, "Grund") + " mit genug Zeichen für eine Begründung."), review.Version, write).Fact;
            _ = review.HandIn(definition, review.Version, write).Fact;
        }
        return review;
    }

    private void Settle(AwardsDbContext db, string word, ConsensusOutcome outcome) => db.ConsensusResults.Add(ConsensusResult.Settle(world.Call, Entries[word],
        [.. Reviews.Values.Where(review => review.EntryId == Entries[word].Id)], new(outcome, Word(word, "Beratung")), By("Sitzung")).Fact);

    /// <summary>
    /// A session that speaks about an entry of its pair: reviewer 3 sits in it too, but has a conflict with the entry. Another one is closed and has settled an
    /// entry that was settled anew since.
    /// </summary>
    private void Meet(AwardsDbContext db)
    {
        var write = By("Sitzung");
        var session = Plan("Sitzung", [1, 2, 3]);
        _ = session.DrawUp([new(Entries["Paar"].Id, AgendaPart.Agreeing)]).Fact;
        _ = session.Begin(write).Fact;
        var recused = world.Persons[Cast.Reviewer(3)];
        db.Conflicts.Add(ConflictOfInterest.Declare(Entries["Paar"].Id, recused, ConflictKind.Personal, By("Befangen")));
        _ = session.Go(Entries["Paar"].Id, [recused], write).Fact;
        var closed = Plan("Vorsitzung", [1]);
        _ = closed.DrawUp([new(Entries["Beraten"].Id, AgendaPart.Agreeing)]).Fact;
        _ = closed.Begin(write).Fact;
        _ = closed.Close(write).Fact;
        var result = db.ConsensusResults.Local.Single(each => each.EntryId == Entries["Beraten"].Id);
        _ = result.Change(world.Call, Entries["Beraten"], new(ConsensusOutcome.DoNotPropose, Word("Beraten", "Zwischenstand")) { SessionId = closed.Id }, result.Version, write).Fact;
        _ = result.Change(world.Call, Entries["Beraten"], new(ConsensusOutcome.ProposeInGroup, Word("Beraten", "Beratung")), result.Version, write).Fact;

        ConsensusSession Plan(string word, int[] reviewers)
        {
            var planned = ConsensusSession.Plan(world.Call, new(Word(word, "Titel"), write.When, Word(word, "Ort"), "", [.. reviewers.Select(number => (world.Persons[Cast.Reviewer(number)], Presence.Present))])
            {
                Note = Word(word, "Notiz"),
            }, write).Fact;
            db.ConsensusSessions.Add(planned);
            return planned;
        }
    }

    /// <summary>A report that lies with an editor, or one that came back to its writer.</summary>
    private void Report(AwardsDbContext db, string word, int reviewer, bool present)
    {
        var (person, rules) = (world.Persons[Cast.Reviewer(reviewer)], world.Call.Definition.ReportLimits());
        var (writer, lead, write) = (new ReportActor(person, false, false), new ReportActor(world.Persons[Cast.Lead], true, false), By("Kurzgutachten"));
        var report = ShortReport.Begin(db.ConsensusResults.Local.Single(result => result.EntryId == Entries[word].Id), write).Fact;
        _ = report.Assign(person, [person], lead, write).Fact;
        _ = report.Save(present ? new(Word("Gutachten", "Vorgelegt"), Word("Gutachten", "Grund")) : new(Word("Gutachten", "Entwurf"), "Gründe"), 0, keep: true, writer, write).Fact;
        _ = report.Present(rules, 0, writer, write).Fact;
        if (!present) _ = report.Return(Word("Gutachten", "Rueckgabe"), 0, lead, write).Fact;
        db.ShortReports.Add(report);
    }
}
