using Awards.Domain.Shared;
using Awards.Web.Data;

namespace Awards.Web.Platform.Files;

/// <summary>Takes uploads in: receive, check, scan, keep, and save the row together with what refers to it. What is refused leaves nothing behind.</summary>
public sealed class Uploads(AwardsDbContext db, IFileStore store, UploadChecks checks, ClamAv scanner, FileSettings settings, ILogger<Uploads> log)
{
    /// <summary>Stores a file that belongs to <paramref name="owner"/>. <paramref name="decide"/> runs in the same transaction and adds what refers to it.</summary>
    /// <param name="typedName">The name that came with it; data only.</param>
    public async Task<Outcome<T>> StoreAsync<T>(Stream content, string? typedName, FileOwner owner, WriteContext write, AuditAction action,
        Func<StoredFile, Task<Outcome<T>>> decide, CancellationToken cancellationToken)
    {
        try
        {
            using var incoming = await store.ReceiveAsync(content, settings.MaxBytes, cancellationToken);
            var facts = await checks.CheckAsync(incoming, typedName, cancellationToken);
            if (facts.Refused(out var refusal) || (refusal = await ScanAsync(incoming, facts.Fact.Name, owner, write, cancellationToken)) is not null) return refusal;
            var file = StoredFile.Store(facts.Fact, store.Keep(incoming), owner, write);
            var outcome = await db.WriteAsync(write, action, () =>
            {
                db.StoredFiles.Add(file);
                return decide(file);
            }, cancellationToken: cancellationToken);
            // After an exception the row may be there or not: the purge finds out.
            if (outcome.Refused(out _)) store.Delete(file.StorageName);
            return outcome;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            log.LogError(fault, "The file store cannot be written.");
            return FileRefusals.StoreFails;
        }
    }

    private async Task<Refusal?> ScanAsync(IncomingFile file, string name, FileOwner owner, WriteContext write, CancellationToken cancellationToken)
    {
        if (!scanner.IsConfigured) return null;
        await using var content = File.OpenRead(file.Path);
        var result = await scanner.ScanAsync(content, cancellationToken);
        switch (result.Verdict)
        {
            case ScanVerdict.Clean: return null;
            case ScanVerdict.Found:
                log.LogWarning("{Finding} found in an upload (SHA-256 {Sha256}) of person {Person}.", result.Detail, file.Sha256, write.Who);
                await db.RecordAsync(write with { Why = $"{result.Detail}: {name}, SHA-256 {file.Sha256}" }, AuditAction.FileRefused, owner.Kind, owner.Id, cancellationToken);
                return FileRefusals.Virus;
            case ScanVerdict.TooBig:
                log.LogError("clamd takes smaller files than Files:MaxBytes: raise its StreamMaxLength. {Answer}", result.Detail);
                return FileRefusals.ScannerLimit;
            default:
                log.LogError("The virus scanner does not answer: {Fault}", result.Detail);
                return FileRefusals.ScannerAway;
        }
    }
}
