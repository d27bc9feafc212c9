using System.Text.Json;
using Awards.Domain.Calls;
using Awards.Domain.Intake;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Intake;

/// <summary>What a bulk action needs, each where it does.</summary>
public sealed record BulkInput(string? Item, string? Text, DateOnly? LastDay, string? Reason);

/// <summary>Carries out bulk actions: one transaction for each application, by the methods of <see cref="DecisionDesk"/>, and a result that stays.</summary>
public sealed class BulkDesk(AwardsDbContext db, DecisionDesk desk, RequestContext request, IStringLocalizer<Text> texts)
{
    /// <summary>Does it to all of them in their order and gives the id of the result.</summary>
    public async Task<Guid> RunAsync(BulkAction action, IReadOnlyList<ListRow> rows, BulkInput input, CancellationToken cancellationToken)
    {
        var lines = new List<BulkLine>();
        foreach (var row in rows)
        {
            var (done, refusal) = await OneAsync(action, row.Id, input, cancellationToken);
            // The next one begins with nothing remembered.
            db.ChangeTracker.Clear();
            var label = row.Search.Arrival is { } arrival ? $"{request.Call.Definition.ArrivalNumber(arrival)} {row.Name}" : row.Name;
            lines.Add(new(row.Id, label, done, refusal is null ? null : texts.Show(refusal)));
        }
        var write = request.Write();
        var run = BulkRun.Record(request.Call.Id, action, lines, write);
        return (await db.WriteAsync(write, AuditAction.ManyDecided, () =>
        {
            db.BulkRuns.Add(run);
            db.Record(write, AuditAction.ManyDecided, nameof(Call), request.Call.Id, JsonSerializer.Serialize(new { action = action.ToString(), done = lines.Count(line => line.Done is not null), refused = lines.Count(line => line.Refused is not null) }));
            return Task.FromResult<Outcome<Guid>>(run.Id);
        }, cancellationToken: cancellationToken)).Fact;
    }

    private async Task<(string? Done, Refusal? Refusal)> OneAsync(BulkAction action, Guid id, BulkInput input, CancellationToken cancellationToken)
    {
        switch (action)
        {
            case BulkAction.Admit:
                var admitted = await desk.AdmitAsync(id, seen: null, type: null, group: null, why: null, cancellationToken);
                return admitted.Refused(out var refusal) ? (null, refusal) : (texts["zugelassen als {0}", request.Call.Definition.EntryNumber(admitted.Fact.Entry.Number)], null);
            case BulkAction.Exclude:
                var excluded = await desk.ExcludeAsync(id, seen: null, input.Reason, cancellationToken);
                return excluded.Refused(out refusal) ? (null, refusal) : (excluded.Fact.Mail is null ? texts["ausgeschlossen; ohne Mailadresse, bitte das Schreiben drucken"] : texts["ausgeschlossen, E-Mail geht hinaus"], null);
            case BulkAction.AskForPiece:
                var asked = await desk.AskAsync(id, input.Text, input.LastDay, cancellationToken);
                return asked.Refused(out refusal) ? (null, refusal) : (asked.Fact.Mail is null ? texts["nachgefordert; ohne Mailadresse, bitte auf anderem Weg mitteilen"] : texts["nachgefordert, E-Mail geht hinaus"], null);
            default:
                var check = await desk.CheckOkAsync(id, input.Item ?? "", cancellationToken);
                return check.Refused(out refusal) ? (null, refusal) : (texts["Prüfpunkt in Ordnung"], null);
        }
    }
}
