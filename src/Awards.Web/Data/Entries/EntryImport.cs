using System.Security.Cryptography;
using System.Text.Json;
using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Awards.Domain.Intake;
using Awards.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Data.Entries;

/// <summary>Takes an entry file over as submitted, admitted entries: all of it or nothing.</summary>
public static class EntryImport
{
    private const int Batch = 500;

    /// <summary>The number of imported entries, or everything that is wrong with the file.</summary>
    public static async Task<(int Imported, IReadOnlyList<FileFault> Faults)> ImportAsync(AwardsDbContext db, Call call, byte[] content,
        WriteContext write, CancellationToken cancellationToken = default)
    {
        var (rows, faults) = EntryCsvReader.Read(content, call.Definition.Questionnaire);
        if (faults.Count > 0) return (0, faults);

        IReadOnlyList<FileFault> taken = [];
        var outcome = await db.WriteAsync(write, AuditAction.EntriesImported, async () =>
        {
            var known = await db.Entries.IgnoreQueryFilters().Where(entry => entry.CallId == call.Id).Select(entry => entry.Number).ToHashSetAsync(cancellationToken);
            taken = [.. rows.Where(row => known.Contains(row.Number))
                .Select(row => new FileFault(row.Line, EntryCsv.Number, $"Die Nummer {row.Number} gibt es in diesem Wettbewerb schon."))];
            if (taken.Count > 0) return (Outcome<int>)new Refusal("import.numbers_taken", "Die Datei enthält Nummern, die es schon gibt.");

            var arrival = await ArrivalNumbers.NextAsync(db, call.Id, cancellationToken);
            foreach (var batch in rows.Chunk(Batch))
            {
                foreach (var row in batch) TakeOver(db, call, row, arrival++, write);
                await db.SaveBulkAsync(cancellationToken);
            }
            db.Record(write, AuditAction.EntriesImported, nameof(Call), call.Id,
                JsonSerializer.Serialize(new { entries = rows.Count, sha256 = Convert.ToHexStringLower(SHA256.HashData(content)) }));
            return rows.Count;
        }, lockOn: call.Id, cancellationToken);
        return outcome.Refused(out _) ? (0, taken) : (outcome.Fact, []);
    }

    private static void TakeOver(AwardsDbContext db, Call call, EntryRow row, int arrival, WriteContext write)
    {
        var application = Application.TakeOver(call, new ArrivedEntry
        {
            ApplicantName = $"Kommune {row.Number} (importiert)",
            Channel = Channel.Import,
            Type = row.Type,
            Answers = row.Answers,
            Texts = new ApplicationTexts { Title = $"Beitrag {row.Number} (importiert)" },
        }, write.When);
        application.SubmitTakenOver(call, arrival, write.When);
        var admitted = Admission.Admit(application, call, row.Number, null, write).Fact;
        db.AddRange(application, admitted.Entry, admitted.Decision);
    }
}
