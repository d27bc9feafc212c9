using Awards.Domain.Applications;
using Awards.Domain.Intake;
using Awards.Domain.Municipalities;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Awards.Web.Platform.Mail;
using Awards.Web.Platform.Requests;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Stages.Intake;

/// <summary>An exclusion with the mail that tells of it; null = there is no address.</summary>
public sealed record Excluded(IntakeDecision Decision, OutboxMessage? Mail);

/// <summary>An exclusion that was taken back.</summary>
/// <param name="IsEntry">It is an entry again; otherwise it has to be decided on.</param>
public sealed record TakenBack(IntakeDecision Decision, bool IsEntry);

/// <summary>A line of the formal check as it was posted.</summary>
/// <param name="Seen"><see cref="FormalCheck.Seen"/> of what the page showed.</param>
public sealed record PostedCheck(string Code, CheckState State, string? Note, int Seen);

/// <summary>Decides on applications of the call of the address: the one way, for one application and for many.</summary>
public sealed class DecisionDesk(AwardsDbContext db, MailTemplates mails, RequestContext request)
{
    /// <summary>It is a draft again, or not there.</summary>
    public static Refusal Gone { get; } = new("intake.gone", "Diese Bewerbung ist nicht mehr eingereicht: Die Kommune hat sie wieder geöffnet.");

    /// <summary>Admits. A seen version that is not the present one is refused.</summary>
    /// <param name="seen">Version that the page showed; null = whatever stands now.</param>
    public Task<Outcome<Admitted>> AdmitAsync(Guid id, int? seen, MunicipalityType? type, string? group, string? why, CancellationToken cancellationToken) =>
        OnAsync<Admitted>(id, seen, AuditAction.ApplicationAdmitted, why, async (application, write) =>
        {
            var (standing, town) = await IntakeFacts.StandingAsync(db, request.Call, application, cancellationToken);
            var number = 1 + (await db.Entries.IgnoreQueryFilters().Where(entry => entry.CallId == request.Call.Id).MaxAsync(entry => (int?)entry.Number, cancellationToken) ?? 0);
            var wish = new AdmissionWish(number) { Type = type, Group = group, RegisterType = town.RegisterType, Population = town.Population };
            var admitted = Admission.Admit(application, request.Call, standing, wish, write);
            if (!admitted.Refused(out _)) db.AddRange(admitted.Fact.Entry, admitted.Fact.Decision);
            return admitted;
        }, cancellationToken);

    /// <summary>Excludes and tells the contact.</summary>
    public Task<Outcome<Excluded>> ExcludeAsync(Guid id, int? seen, string? why, CancellationToken cancellationToken) =>
        OnAsync<Excluded>(id, seen, AuditAction.ApplicationExcluded, why, async (application, write) =>
        {
            var decision = Admission.Exclude(application, write);
            if (decision.Refused(out var refusal)) return refusal;
            db.Add(decision.Fact);
            var mail = await IntakeMails.ExcludedAsync(db, mails, request.Call, application, decision.Fact.Reason, write.When, cancellationToken);
            if (mail is not null) db.Add(mail);
            return new Excluded(decision.Fact, mail);
        }, cancellationToken);

    /// <summary>Takes an exclusion back.</summary>
    public Task<Outcome<TakenBack>> TakeBackAsync(Guid id, int seen, string? why, CancellationToken cancellationToken) =>
        OnAsync<TakenBack>(id, seen, AuditAction.ExclusionTakenBack, why, async (application, write) =>
        {
            var (entry, reviews) = await EntryOfAsync(application, cancellationToken);
            var decision = Admission.TakeBack(application, write, entry, reviews);
            if (decision.Refused(out var refusal)) return refusal;
            db.Add(decision.Fact);
            return new TakenBack(decision.Fact, entry is not null);
        }, cancellationToken);

    /// <summary>Excludes an entry after its admission, takes it off the agenda of joint sessions and tells the contact.</summary>
    public Task<Outcome<Excluded>> ExcludeEntryAsync(Guid id, string? why, CancellationToken cancellationToken) =>
        OnAsync<Excluded>(id, seen: null, AuditAction.ApplicationExcluded, why, async (application, write) =>
        {
            var (entry, reviews) = await EntryOfAsync(application, cancellationToken);
            if (entry is null) return Gone;
            var decision = Admission.Exclude(application, entry, reviews, await db.ConsensusResults.AnyAsync(result => result.EntryId == entry.Id, cancellationToken), write);
            if (decision.Refused(out var refusal)) return refusal;
            db.Add(decision.Fact);
            foreach (var session in await Consensus.SessionReading.OpenWithAsync(db, entry.Id, cancellationToken)) session.Leave(entry.Id, write);
            var mail = await IntakeMails.ExcludedAsync(db, mails, request.Call, application, decision.Fact.Reason, write.When, cancellationToken);
            if (mail is not null) db.Add(mail);
            return new Excluded(decision.Fact, mail);
        }, cancellationToken);

    private async Task<(Entry? Entry, IReadOnlyList<Domain.PreReview.Review> Reviews)> EntryOfAsync(Application application, CancellationToken cancellationToken)
    {
        if (await db.Entries.IgnoreQueryFilters().SingleOrDefaultAsync(entry => entry.ApplicationId == application.Id, cancellationToken) is not { } entry) return (null, []);
        return (entry, await db.Reviews.IgnoreQueryFilters().Where(review => review.EntryId == entry.Id).ToListAsync(cancellationToken));
    }

    /// <summary>Says something about lines of the formal check: all of it or nothing. The code of the line that was refused stands in front.</summary>
    public async Task<(Outcome<int> Outcome, string? Code)> CheckAsync(Guid id, IReadOnlyList<PostedCheck> posted, CancellationToken cancellationToken)
    {
        string? at = null;
        var outcome = await OnAsync<int>(id, seen: null, AuditAction.FormalCheckSet, why: null, async (application, write) =>
        {
            var twins = await IntakeFacts.TwinsAsync(db, application, contacts: true, cancellationToken);
            var (standing, _) = await IntakeFacts.StandingAsync(db, request.Call, application, cancellationToken, twins.Count(twin => twin.Wanted is null));
            var known = standing.Codes.ToHashSet();
            var checks = await db.FormalChecks.Where(check => check.ApplicationId == id).ToDictionaryAsync(check => check.Code, cancellationToken);
            foreach (var each in posted)
            {
                at = each.Code;
                var existing = checks.GetValueOrDefault(each.Code);
                if (existing is null && each.State == CheckState.Open && string.IsNullOrWhiteSpace(each.Note)) continue;
                var check = FormalCheck.Decide(application, existing, known, each.Code, each.State, each.Note, each.Seen, write);
                if (check.Refused(out var refusal)) return refusal;
                if (existing is null) db.FormalChecks.Add(check.Fact);
            }
            at = null;
            return (Outcome<int>)posted.Count;
        }, cancellationToken);
        return (outcome, at);
    }

    /// <summary>Says that a line holds, whatever was said before.</summary>
    public Task<Outcome<FormalCheck>> CheckOkAsync(Guid id, string code, CancellationToken cancellationToken) =>
        OnAsync<FormalCheck>(id, seen: null, AuditAction.FormalCheckSet, why: null, async (application, write) =>
        {
            var existing = await db.FormalChecks.SingleOrDefaultAsync(check => check.ApplicationId == id && check.Code == code, cancellationToken);
            var known = (request.Call.Definition.FormalChecks ?? []).Select(item => item.Code).ToHashSet();
            var check = FormalCheck.Decide(application, existing, known, code, CheckState.Ok, null, FormalCheck.Seen(existing), write);
            if (!check.Refused(out _) && existing is null) db.FormalChecks.Add(check.Fact);
            return check;
        }, cancellationToken);

    /// <summary>Says that two similar applications are both wanted. Saying it again changes nothing.</summary>
    public Task<Outcome<WantedPair>> WantBothAsync(Guid id, Guid other, string? why, CancellationToken cancellationToken) =>
        OnAsync<WantedPair>(id, seen: null, AuditAction.TwinsWanted, why, async (application, write) =>
        {
            if (!await db.Applications.AnyAsync(each => each.Id == other && each.CallId == application.CallId && each.Status != ApplicationState.Draft, cancellationToken)) return Gone;
            var (first, second) = Duplicates.Ordered(id, other);
            if (await db.WantedPairs.SingleOrDefaultAsync(pair => pair.FirstId == first && pair.SecondId == second, cancellationToken) is { } said) return said;
            var pair = WantedPair.Say(application.CallId, id, other, write);
            if (!pair.Refused(out _)) db.WantedPairs.Add(pair.Fact);
            return pair;
        }, cancellationToken);

    /// <summary>Asks for a missing piece and tells the contact.</summary>
    public Task<Outcome<AskedPiece>> AskAsync(Guid id, string? text, DateOnly? lastDay, CancellationToken cancellationToken) =>
        OnAsync<AskedPiece>(id, seen: null, AuditAction.MissingPieceAsked, why: null, async (application, write) =>
        {
            var asked = MissingPieceRequest.Ask(application, text, lastDay, write);
            if (asked.Refused(out var refusal)) return refusal;
            db.MissingPieceRequests.Add(asked.Fact);
            return new AskedPiece(asked.Fact, await TellAsync(application, asked.Fact, write, cancellationToken));
        }, cancellationToken);

    /// <summary>Asks the contact again.</summary>
    public Task<Outcome<AskedPiece>> RemindAsync(Guid id, Guid piece, int seen, CancellationToken cancellationToken) =>
        OnAsync<AskedPiece>(id, seen: null, AuditAction.MissingPieceReminded, why: null, async (application, write) =>
        {
            if (await db.MissingPieceRequests.SingleOrDefaultAsync(each => each.Id == piece && each.ApplicationId == id, cancellationToken) is not { } found) return Gone;
            var reminded = found.Remind(seen, write);
            if (reminded.Refused(out var refusal)) return refusal;
            return new AskedPiece(found, await TellAsync(application, found, write, cancellationToken));
        }, cancellationToken);

    /// <summary>Closes a request.</summary>
    public Task<Outcome<MissingPieceRequest>> CloseAsync(Guid id, Guid piece, string? note, int seen, CancellationToken cancellationToken) =>
        OnAsync<MissingPieceRequest>(id, seen: null, AuditAction.MissingPieceClosed, why: null, async (_, write) =>
            await db.MissingPieceRequests.SingleOrDefaultAsync(each => each.Id == piece && each.ApplicationId == id, cancellationToken) is { } found ? found.Close(note, seen, write) : Gone, cancellationToken);

    private async Task<OutboxMessage?> TellAsync(Application application, MissingPieceRequest piece, WriteContext write, CancellationToken cancellationToken)
    {
        var link = request.Absolute(IntakeLinks.OwnPieces(application.Id));
        var mail = await PieceMails.AskedAsync(db, mails, request.Call, application, piece, link, write.When, cancellationToken);
        if (mail is not null) db.Add(mail);
        return mail;
    }

    private async Task<Outcome<T>> OnAsync<T>(Guid id, int? seen, AuditAction action, string? why, Func<Application, WriteContext, Task<Outcome<T>>> decide, CancellationToken cancellationToken)
    {
        var write = request.Write(why);
        return await db.WriteAsync(write, action, async () =>
        {
            var application = await db.Applications.Include(each => each.Projects)
                .SingleOrDefaultAsync(each => each.Id == id && each.CallId == request.Call.Id && each.Status != ApplicationState.Draft, cancellationToken);
            if (application is null) return Gone;
            return seen is { } version && application.Version != version ? ApplicationRules.Stale : await decide(application, write);
        }, lockOn: request.Call.Id, cancellationToken);
    }
}

/// <summary>A request with the mail that tells of it; null = there is no address.</summary>
public sealed record AskedPiece(MissingPieceRequest Piece, OutboxMessage? Mail);
