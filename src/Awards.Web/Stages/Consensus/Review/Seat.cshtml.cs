using Awards.Domain.Calls;
using Awards.Domain.PreReview.Sessions;
using Awards.Web.Data;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Awards.Web.Stages.PreReview;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Consensus.Review;

/// <summary>A session for a reviewer who takes part: to read only. Of what the reviewer has a conflict with, nothing is loaded but its number.</summary>
public sealed class SeatModel(AwardsDbContext db, EntryLines lines, RequestContext request, IStringLocalizer<Text> texts) : PageModel
{
    /// <summary>An item.</summary>
    /// <param name="Name">Null for who has a conflict with it.</param>
    public sealed record Item(string Number, string? Name, bool IsCurrent, bool IsSettled);

    public CallDefinition Call => request.Call.Definition;
    public string Slug => request.Call.Slug;
    public ConsensusSession Session { get; private set; } = null!;
    public IReadOnlyList<Item> Agenda { get; private set; } = [];
    public ItemShown? Shown { get; private set; }

    /// <summary>Number of the current item, for who has a conflict with it.</summary>
    public string? RecusedNumber { get; private set; }

    /// <summary>Changes with what this page shows.</summary>
    public string State { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await SitAsync(id, cancellationToken)) return NotFound();
        var barred = (await SessionReading.BarredAsync(db, request.Call.Id, [request.PersonId], cancellationToken)).Select(entry => entry.Key).ToHashSet();
        var known = (await lines.OfAsync(db, request.Call.Id, cancellationToken)).ToDictionary(line => line.Id);
        Agenda = [.. Session.Agenda.Where(item => item.State != ItemState.Left && known.ContainsKey(item.EntryId)).Select(item => new Item(Call.EntryNumber(known[item.EntryId].Number),
            barred.Contains(item.EntryId) ? null : known[item.EntryId].Name, item.EntryId == Session.CurrentEntryId, item.State == ItemState.Settled))];
        if (Session.CurrentEntryId is not { } current) return Page();
        if (barred.Contains(current)) RecusedNumber = Call.EntryNumber(known[current].Number);
        else Shown = await ItemReading.LoadAsync(db, lines, request.Call, current, Session.HidesNames, texts, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnGetStateAsync(Guid id, CancellationToken cancellationToken) => await SitAsync(id, cancellationToken) ? Content(State, "text/plain") : NotFound();

    private async Task<bool> SitAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await SessionReading.FindAsync(db, request.Call.Id, id, cancellationToken) is not { } session || !session.Present.Contains(request.PersonId)) return false;
        Session = session;
        var barred = session.CurrentEntryId is { } current && (await SessionReading.BarredAsync(db, request.Call.Id, [request.PersonId], cancellationToken))[current].Any();
        State = FormattableString.Invariant($"{session.Version}{(barred ? "-" : "")}");
        return true;
    }
}
