using Awards.Domain.Accounts;
using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Awards.Domain.PreReview;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Awards.Web.Platform.Mail;
using Awards.Web.Platform.Requests;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Stages.Setup;

/// <summary>Changes calls: the one way from a page of the set-up to the stored definition.</summary>
public sealed class CallDesk(AwardsDbContext db, MailTemplates mails, RequestContext request)
{
    /// <summary>Somebody else changed the call since the page was shown.</summary>
    public static Refusal Stale { get; } = new("setup.stale",
        "Inzwischen hat jemand anderes den Wettbewerb geändert. Ihre Eingaben stehen noch hier; bitte sehen Sie in einem zweiten Fenster nach, was sich geändert hat, und speichern Sie dann erneut.");

    /// <summary>The address belongs to another call.</summary>
    public static Refusal Taken { get; } = new("setup.slug_taken", "Einen Wettbewerb mit dieser Adresse gibt es schon. Bitte wählen Sie eine andere.");

    /// <summary>Two who take the same address at once are decided one after the other.</summary>
    private static readonly Guid Addresses = new("01a1ff00-0000-7000-8000-00000000add2");

    /// <summary>Addresses below /institut that are pages.</summary>
    private static readonly HashSet<string> Reserved = ["neu", "kommunen", "mails"];

    /// <summary>Changes the call of the address. Announces deadlines that were extended to everybody with a draft.</summary>
    /// <param name="seenVersion">Of the call that the page showed.</param>
    public async Task<Outcome<Call>> ChangeAsync(int seenVersion, Func<CallDefinition, Outcome<CallDefinition>> change, string? why, CancellationToken cancellationToken)
    {
        var write = request.Write(why);
        return await db.WriteAsync(write, AuditAction.CallChanged, async () =>
        {
            var call = await db.Calls.SingleAsync(each => each.Id == request.Call.Id, cancellationToken);
            if (call.Version != seenVersion) return (Outcome<Call>)Stale;
            var (extended, before) = (call.Definition.Extensions?.Count ?? 0, call.Definition);
            var changed = change(call.Definition);
            if (changed.Refused(out var refusal)) return refusal;
            if (changed.Fact.Slug != call.Slug && await AddressRefusalAsync(changed.Fact.Slug, cancellationToken) is { } taken) return taken;
            var outcome = call.Redefine(changed.Fact, await UsageAsync(db, call, cancellationToken));
            if (outcome.Refused(out _)) return outcome;
            await RescoreAsync(db, before, call, cancellationToken);
            foreach (var extension in (call.Definition.Extensions ?? []).Skip(extended))
                await SetupMails.AnnounceAsync(db, mails, call, extension, write.When, cancellationToken);
            return outcome;
        }, lockOn: request.Call.Id, cancellationToken);
    }

    /// <summary>Opens the call of the address to the public.</summary>
    public async Task<Outcome<Call>> ReleaseAsync(int seenVersion, CancellationToken cancellationToken) =>
        await db.WriteAsync(request.Write(), AuditAction.CallReleased, async () =>
        {
            var call = await db.Calls.SingleAsync(each => each.Id == request.Call.Id, cancellationToken);
            return call.Version != seenVersion ? Stale : call.Release();
        }, lockOn: request.Call.Id, cancellationToken);

    /// <summary>Makes a call; whoever does becomes its lead.</summary>
    /// <param name="textsOf">Call whose texts of mails are taken over; null = the usual ones.</param>
    public async Task<Outcome<Call>> CreateAsync(CallDefinition definition, Guid? textsOf, CancellationToken cancellationToken) =>
        await db.WriteAsync(request.Write(), AuditAction.CallCreated, async () =>
        {
            if (await AddressRefusalAsync(definition.Slug, cancellationToken) is { } refusal) return (Outcome<Call>)refusal;
            var call = Call.Create(definition with { Draft = true });
            db.Calls.Add(call);
            await Grants.GiveAsync(db, request.PersonId, call.Id, [CallRole.Lead], cancellationToken);
            if (textsOf is { } from)
                foreach (var template in await db.MailTemplates.AsNoTracking().Where(each => each.CallId == from).ToListAsync(cancellationToken))
                {
                    var copy = MailTemplate.Create(call.Id, template.Kind, template.Language);
                    copy.Change(template.Subject, template.Text, request.Began);
                    db.MailTemplates.Add(copy);
                }
            return call;
        }, lockOn: Addresses, cancellationToken);

    /// <summary>Why a call cannot have an address, or null.</summary>
    public async Task<Refusal?> AddressRefusalAsync(string slug, CancellationToken cancellationToken) =>
        CallFaults.SlugRefusal(slug) ?? (Reserved.Contains(slug) || await db.Calls.AnyAsync(call => call.Slug == slug, cancellationToken) ? Taken : null);

    /// <summary>Computes the points of all reviews anew where weights changed, inside the write that changes them.</summary>
    internal static async Task RescoreAsync(AwardsDbContext db, CallDefinition before, Call call, CancellationToken cancellationToken)
    {
        if (CallChanges.SameTotal(before.EntrySheet, call.Definition.EntrySheet)) return;
        foreach (var review in await db.Reviews.Include(each => each.Sheets).Where(each => each.CallId == call.Id && each.State != ReviewState.Replaced).ToListAsync(cancellationToken))
            review.Rescore(call.Definition);
    }

    /// <summary>What already refers to the definition; nothing does while it is a draft.</summary>
    internal static async Task<CallUsage> UsageAsync(AwardsDbContext db, Call call, CancellationToken cancellationToken)
    {
        if (call.Definition.Draft) return CallUsage.None;
        var applications = await db.Applications.AsNoTracking().Where(each => each.CallId == call.Id).OrderBy(each => each.CreatedAt)
            .Select(each => new { each.ApplicantName, each.ArrivalNumber, each.Status, each.Answers, Projects = each.Projects.Count }).ToListAsync(cancellationToken);
        var groups = await db.Entries.Where(each => each.CallId == call.Id).Select(each => each.GroupCode).Distinct().ToListAsync(cancellationToken);
        groups.AddRange(await db.ConsensusResults.Where(each => each.CallId == call.Id && each.GroupCode != null).Select(each => each.GroupCode!).Distinct().ToListAsync(cancellationToken));
        groups.AddRange(await db.Awards.Where(each => each.CallId == call.Id).Select(each => each.GroupCode).Distinct().ToListAsync(cancellationToken));
        var profiles = await db.ReviewerProfiles.Where(each => each.CallId == call.Id).Join(db.Users, each => each.PersonId, person => person.Id, (each, person) => new { person.DisplayName, each.Disciplines })
            .OrderBy(each => each.DisplayName).ToListAsync(cancellationToken);
        return new CallUsage
        {
            Disciplines = profiles.SelectMany(each => each.Disciplines.Select(code => (code, each.DisplayName))).GroupBy(each => each.code).ToDictionary(each => each.Key, each => (IReadOnlyList<string>)[.. each.Select(pair => pair.DisplayName)]),
            Answers = [.. applications.Select(each => new StoredAnswers(
                each.ArrivalNumber is { } number ? call.Definition.ArrivalNumber(number) : each.ApplicantName, each.Status is not (ApplicationState.Draft or ApplicationState.Withdrawn), each.Answers))],
            Groups = groups.ToHashSet(),
            HasReviews = await db.Reviews.AnyAsync(each => each.CallId == call.Id && each.State != ReviewState.Replaced, cancellationToken),
            HasAwards = await db.Awards.AnyAsync(each => each.CallId == call.Id, cancellationToken),
            MostProjects = applications.Count == 0 ? 0 : applications.Max(each => each.Projects),
        };
    }
}
