using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Awards.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Platform.Security;

/// <summary>How much of one thing a source may do.</summary>
/// <param name="Limit">Number within the window after which the source is turned away.</param>
/// <param name="Closed">For how long.</param>
public sealed record ThrottleRule(string Name, int Limit, TimeSpan Window, TimeSpan Closed)
{
    /// <summary>Wrong passwords for one address, whether it has an account or not.</summary>
    public static ThrottleRule WrongForAddress { get; } = new("wrong.address", 10, TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(10));

    /// <summary>
    /// Wrong codes of the second factor for one person. Counted apart from passwords: a right password must not open the way to more guesses,
    /// and strangers who guess passwords must not close the way of a link and a code.
    /// </summary>
    public static ThrottleRule WrongCodes { get; } = new("wrong.code", 10, TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(10));

    /// <summary>Wrong passwords from one network, over all addresses. A town hall behind one address must not reach it.</summary>
    public static ThrottleRule WrongFromNetwork { get; } = new("wrong.network", 300, TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(10));

    /// <summary>Mails that somebody asks for to one address: links, confirmations.</summary>
    public static ThrottleRule MailsToAddress { get; } = new("mail.address", 5, TimeSpan.FromHours(1), TimeSpan.FromHours(1));

    /// <summary>The same from one network, over all addresses.</summary>
    public static ThrottleRule MailsFromNetwork { get; } = new("mail.network", 100, TimeSpan.FromHours(1), TimeSpan.FromHours(1));
}

/// <summary>Counts what could be guessing or flooding. Kept in the database, so that it holds for all nodes; the same for addresses with and without an account.</summary>
public sealed class Throttling(AwardsDbContext db, TimeProvider clock)
{
    /// <summary>When the last of the sources opens again; null when all are open.</summary>
    public async Task<DateTime?> ClosedUntilAsync(CancellationToken cancellationToken, params (ThrottleRule Rule, string Source)[] sources)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var keys = sources.Select(each => Key(each.Rule, each.Source)).ToList();
        return await db.Throttles.Where(each => keys.Contains(each.Key) && each.ClosedUntil > now).MaxAsync(each => each.ClosedUntil, cancellationToken);
    }

    /// <summary>True where something was counted against the source and not forgotten since.</summary>
    public Task<bool> IsCountedAsync(ThrottleRule rule, string source, CancellationToken cancellationToken)
    {
        var key = Key(rule, source);
        return db.Throttles.AnyAsync(each => each.Key == key, cancellationToken);
    }

    /// <summary>Counts one more; to be called inside a write. One statement, so that parallel attempts are all counted.</summary>
    public async Task CountAsync(ThrottleRule rule, string source, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var (key, stale, until, limit) = (Key(rule, source), now - rule.Window, now + rule.Closed, rule.Limit);
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO "Throttles" ("Key", "Count", "Since", "ClosedUntil") VALUES ({key}, 1, {now}, NULL)
            ON CONFLICT ("Key") DO UPDATE SET
                "Count" = CASE WHEN "Throttles"."Since" < {stale} THEN 1 ELSE "Throttles"."Count" + 1 END,
                "ClosedUntil" = CASE WHEN "Throttles"."Since" >= {stale} AND "Throttles"."Count" + 1 >= {limit} THEN {until} ELSE "Throttles"."ClosedUntil" END,
                "Since" = CASE WHEN "Throttles"."Since" < {stale} THEN {now} ELSE "Throttles"."Since" END
            """, cancellationToken);
    }

    /// <summary>Forgets the failures of a source that proved to be right; to be called inside a write.</summary>
    public async Task ForgetAsync(ThrottleRule rule, string source, CancellationToken cancellationToken)
    {
        var key = Key(rule, source);
        await db.Throttles.Where(each => each.Key == key).ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>Lock of a source: checks of one source are decided one after the other.</summary>
    public static Guid LockOn(ThrottleRule rule, string source) => new(SHA256.HashData(Encoding.UTF8.GetBytes(Key(rule, source))).AsSpan(0, 16));

    /// <summary>Source of a request: its address, for IPv6 the network of 64 bits that one subscriber has.</summary>
    public static string Network(HttpContext http)
    {
        var address = http.Connection.RemoteIpAddress ?? IPAddress.None;
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexString(address.GetAddressBytes()[..8]) : address.ToString();
    }

    private static string Key(ThrottleRule rule, string source) => $"{rule.Name}:{LinkToken.Hash(source.Trim().ToUpperInvariant())}";
}
