using System.Xml.Linq;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Platform.Operation;

/// <summary>Keeps the keys of cookies and forms in the database, so that several server processes share them (src/decisions/0022).</summary>
public sealed class DatabaseKeys(IServiceScopeFactory scopes, TimeProvider clock) : IXmlRepository
{
    /// <summary>
    /// Longest wait for a writer's turn. The framework asks for a new key in the middle of a request; if that request itself held the
    /// turn, waiting would never end. The request then goes on with the key there is, and the next one asks again.
    /// </summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Key of the lock under which processes that start together import once.</summary>
    private static readonly Guid ImportLock = new("5b1d1c3e-0000-4000-8000-64617461706b");

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var scope = scopes.CreateScope();
        return [.. scope.ServiceProvider.GetRequiredService<AwardsDbContext>().DataProtectionKeys.AsNoTracking()
            .OrderBy(key => key.CreatedAt).Select(key => key.Xml).ToList().Select(xml => XElement.Parse(xml))];
    }

    // The framework's interface is synchronous. The write runs on a thread of the pool, with a context of its own.
    public void StoreElement(XElement element, string friendlyName) => Task.Run(() => StoreAsync(element, friendlyName)).GetAwaiter().GetResult();

    private async Task StoreAsync(XElement element, string friendlyName)
    {
        using var limit = new CancellationTokenSource(Patience);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AwardsDbContext>();
        var now = clock.GetUtcNow().UtcDateTime;
        _ = (await db.WriteAsync(WriteContext.System(now, "Schlüssel"), AuditAction.KeyMade, () =>
        {
            var key = DataProtectionKey.Keep(friendlyName, element.ToString(SaveOptions.DisableFormatting), now);
            db.DataProtectionKeys.Add(key);
            return Task.FromResult<Outcome<Guid>>(key.Id);
        }, cancellationToken: limit.Token)).Fact;
    }

    /// <summary>Takes over the files of an installation that kept its keys in the data directory, while the database has none. The files stay.</summary>
    /// <returns>How many keys were taken over.</returns>
    public async Task<int> ImportAsync(string directory, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(directory)) return 0;
        var files = Directory.GetFiles(directory, "*.xml").Order(StringComparer.Ordinal).ToList();
        if (files.Count == 0) return 0;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AwardsDbContext>();
        var now = clock.GetUtcNow().UtcDateTime;
        return (await db.WriteAsync(WriteContext.System(now, "Schlüssel aus dem Datenverzeichnis"), AuditAction.KeysImported, async () =>
        {
            if (await db.DataProtectionKeys.AnyAsync(cancellationToken)) return (Outcome<int>)0;
            db.DataProtectionKeys.AddRange(files.Select(file => DataProtectionKey.Keep(Path.GetFileNameWithoutExtension(file), XElement.Load(file).ToString(SaveOptions.DisableFormatting), now)));
            return files.Count;
        }, lockOn: ImportLock, cancellationToken: cancellationToken)).Fact;
    }
}
