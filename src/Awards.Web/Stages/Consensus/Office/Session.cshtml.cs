using Awards.Domain.Calls;
using Awards.Domain.PreReview;
using Awards.Domain.PreReview.Sessions;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Awards.Web.Platform.TagHelpers;
using Awards.Web.Stages.PreReview;
using Awards.Web.Stages.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Consensus.Office;

/// <summary>One session: its agenda, and while it runs the current item, who must leave, and the result.</summary>
[Authorize(Policy = PreReviewRights.Settle)]
public sealed class SessionModel(AwardsDbContext db, EntryLines lines, SessionDesk desk, RequestContext request, IStringLocalizer<Text> texts) : PageModel
{
    [BindProperty] public Guid EntryId { get; set; }
    [BindProperty] public int Version { get; set; }
    [BindProperty] public string? Outcome { get; set; }
    [BindProperty] public string? Reasons { get; set; }
    [BindProperty] public string? Person { get; set; }
    [BindProperty] public string? Kind { get; set; }
    [BindProperty] public bool Hide { get; set; }

    public CallDefinition Call => request.Call.Definition;
    public string Slug => request.Call.Slug;
    public SessionView View { get; private set; } = null!;
    public ConsensusSession Session => View.Session;

    /// <summary>The current item; null while none is called.</summary>
    public ItemShown? Shown { get; private set; }

    /// <summary>The agenda as it would be made now differs from the planned one.</summary>
    public bool IsOutdated { get; private set; }

    /// <summary>Numbers of entries that left the agenda because a review was opened again.</summary>
    public IReadOnlyList<EntryLine> Left { get; private set; } = [];

    /// <summary>The person who looks has a conflict with the current item.</summary>
    public bool IsBarred { get; private set; }

    /// <summary>What was typed for an item that is no longer the current one.</summary>
    public string? Unsaved { get; private set; }

    /// <summary>Who went out and who came in when the current item was called, or since.</summary>
    public RoomChange Now { get; private set; } = new([], []);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) => await LoadAsync(id, cancellationToken) ? Page() : NotFound();

    public Task<IActionResult> OnPostDrawUpAsync(Guid id, CancellationToken cancellationToken) => ActAsync(id, desk.DrawUpAsync(id, cancellationToken), texts["Die Tagesordnung ist aufgestellt."], cancellationToken);

    public Task<IActionResult> OnPostInviteAsync(Guid id, CancellationToken cancellationToken) => ActAsync(id, desk.InviteAsync(id, cancellationToken), texts["Die Einladungen gehen jetzt hinaus."], cancellationToken);

    public Task<IActionResult> OnPostBeginAsync(Guid id, CancellationToken cancellationToken) => ActAsync(id, desk.BeginAsync(id, cancellationToken), texts["Die Sitzung läuft."], cancellationToken);

    public Task<IActionResult> OnPostGoAsync(Guid id, CancellationToken cancellationToken) => ActAsync(id, desk.GoAsync(id, EntryId, cancellationToken), null, cancellationToken);

    public Task<IActionResult> OnPostPostponeAsync(Guid id, CancellationToken cancellationToken) => ActAsync(id, desk.PostponeAsync(id, EntryId, cancellationToken), texts["Der Beitrag steht jetzt am Ende der Tagesordnung."], cancellationToken);

    public Task<IActionResult> OnPostRoomAsync(Guid id, CancellationToken cancellationToken) => ActAsync(id, desk.ReseatAsync(id, cancellationToken), texts["Es ist vermerkt, wer den Raum verlassen hat."], cancellationToken);

    public Task<IActionResult> OnPostNamesAsync(Guid id, CancellationToken cancellationToken) => ActAsync(id, desk.HideNamesAsync(id, Hide, cancellationToken), Hide ? texts["Die Namen sind verborgen."] : texts["Die Namen sind zu sehen."], cancellationToken);

    public Task<IActionResult> OnPostCloseAsync(Guid id, CancellationToken cancellationToken) => ActAsync(id, desk.CloseAsync(id, cancellationToken), texts["Die Sitzung ist geschlossen. Was offen ist, steht auf der Tagesordnung der nächsten Sitzung."], cancellationToken);

    public async Task<IActionResult> OnPostRecuseAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(Person, out var person)) return await RefuseAsync(id, new Refusal("session.who", "Bitte wählen Sie, wer befangen ist."), nameof(Person), cancellationToken);
        if (PreReviewWords.ReadConflict(Kind) is not { } kind) return await RefuseAsync(id, new Refusal("session.kind", "Bitte wählen Sie die Art der Befangenheit."), nameof(Kind), cancellationToken);
        return await ActAsync(id, desk.RecuseAsync(id, person, kind, cancellationToken), texts["Die Befangenheit ist vermerkt."], cancellationToken);
    }

    public async Task<IActionResult> OnPostSettleAsync(Guid id, CancellationToken cancellationToken)
    {
        var choice = ConsensusForm.Read(Outcome, Reasons);
        if (choice.Refused(out var refusal)) return await RefuseAsync(id, refusal, nameof(Outcome), cancellationToken);
        return await ActAsync(id, desk.SettleAsync(id, EntryId, choice.Fact, Version, cancellationToken), texts["Das Ergebnis der gemeinsamen Sitzung ist gespeichert."], cancellationToken);
    }

    public IReadOnlyList<Choice> OutcomeChoices(ItemShown shown) => ConsensusForm.Choices(Call, shown.Text, shown.Projects, texts, RequestContext.Language);

    /// <summary>Those present who can be noted as having a conflict with the current item.</summary>
    public IReadOnlyList<Choice> InRoom(Guid entryId) => [.. Session.Present.Except(View.Barred[entryId]).Select(person => new Choice(person.ToString(), View.NamesOf([person]))).OrderBy(choice => choice.Label, StringComparer.CurrentCulture)];

    private async Task<IActionResult> ActAsync(Guid id, Task<Outcome<ConsensusSession>?> act, string? sentence, CancellationToken cancellationToken)
    {
        if (await act is not { } done) return NotFound();
        if (done.Refused(out var refusal)) return await RefuseAsync(id, refusal, refusal.Code is "consensus.without_reasons" or "text.too_long" ? nameof(Reasons) : "", cancellationToken);
        if (sentence is not null) TempData.Say(sentence);
        return LocalRedirect(ConsensusLinks.Current(Slug, id));
    }

    private async Task<IActionResult> RefuseAsync(Guid id, Refusal refusal, string field, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken)) return NotFound();
        ModelState.Add(texts, refusal, field);
        if (EntryId != Session.CurrentEntryId && Reasons is { Length: > 0 }) (Unsaved, Reasons, Outcome) = (Reasons, null, null);
        return Page();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await SessionReading.FindAsync(db, request.Call.Id, id, cancellationToken) is not { } session) return false;
        View = await SessionReading.ViewAsync(db, lines, session, cancellationToken);
        if (session.State == SessionStage.Planned)
            IsOutdated = !(await SessionReading.AgendaAsync(db, lines, request.Call, session, cancellationToken)).SequenceEqual(session.Agenda.Select(item => new AgendaPlace(item.EntryId, item.Part)));
        var left = session.Agenda.Where(item => item.State == ItemState.Left).Select(item => item.EntryId).ToHashSet();
        if (left.Count > 0) Left = [.. (await lines.OfAsync(db, request.Call.Id, cancellationToken)).Where(line => left.Contains(line.Id))];
        if (session.CurrentEntryId is not { } current) return true;
        Shown = await ItemReading.LoadAsync(db, lines, request.Call, current, session.HidesNames, texts, cancellationToken);
        var from = session.Callings.Single(calling => calling.Until is null).From;
        Now = new([.. session.Absences.Where(absence => absence.LeftAt >= from && absence.ReturnedAt is null).Select(absence => absence.PersonId)],
            [.. session.Absences.Where(absence => absence.ReturnedAt >= from).Select(absence => absence.PersonId).Except(session.Out)]);
        IsBarred = (await SessionReading.BarredAsync(db, request.Call.Id, [request.PersonId], cancellationToken))[current].Any();
        return true;
    }
}
