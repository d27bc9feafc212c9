using System.CommandLine;
using System.Text;
using Awards.Domain.Calls;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Awards.Web.Stages.Setup;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.CommandLine;

/// <summary><c>import call</c> and <c>export call</c>: a whole call as one JSON file.</summary>
internal static class CallCommands
{
    public static Command Import(TextWriter output, TextWriter errors)
    {
        var data = Options.Data();
        var file = new Argument<string>("FILE.json") { Description = "Datei in der Form von export call" };
        var replace = new Option<bool>("--replace") { Description = "Ersetzt einen vorhandenen Wettbewerb mit derselben Adresse; was schon beantwortet, geprüft oder vergeben ist, muss bleiben" };
        var command = new Command("call", "Legt einen Wettbewerb aus einer JSON-Datei an") { data, file, replace };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var path = parsed.GetValue(file)!;
            if (!File.Exists(path)) throw new BadInputException($"Die Datei {path} gibt es nicht.");
            await using var content = File.OpenRead(path);
            var read = await CallFile.ReadAsync(content, cancellationToken);
            if (read.Refused(out var unreadable)) throw new BadInputException($"{path}: {unreadable}");
            var definition = read.Fact;
            if (CallFaults.SlugRefusal(definition.Slug) is { } slug) throw new BadInputException($"{path}: {slug}");
            var faults = definition.Draft ? [] : CallFaults.Of(definition);
            foreach (var fault in faults) errors.WriteLine($"{path}: {fault.Refusal}");
            if (faults.Count > 0) return AwardsCommands.BadInput;

            await using var app = await Options.OpenAsync(parsed.GetValue(data)!);
            using var scope = app.Services.CreateScope();
            var db = scope.ServiceProvider.GetRequiredService<AwardsDbContext>();
            var now = app.Services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
            var outcome = await StoreAsync(db, definition, parsed.GetValue(replace), WriteContext.System(now, "Import auf der Befehlszeile"), cancellationToken);
            if (outcome.Refused(out var refusal)) throw new BadInputException(refusal.ToString());
            output.WriteLine($"{definition.Slug}: {definition.Title.De} ist übernommen{(definition.Draft ? ", als Entwurf" : "")}.");
            return AwardsCommands.Done;
        });
        return command;
    }

    public static Command Export(TextWriter output)
    {
        var (data, call) = (Options.Data(), Options.Call());
        var file = new Option<string>("--out") { Description = "Zieldatei", HelpName = "FILE.json", Required = true };
        var command = new Command("call", "Schreibt einen ganzen Wettbewerb in eine JSON-Datei") { data, call, file };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var app = await Options.OpenAsync(parsed.GetValue(data)!);
            using var scope = app.Services.CreateScope();
            var db = scope.ServiceProvider.GetRequiredService<AwardsDbContext>();
            var source = await Options.FindCallAsync(db, parsed.GetValue(call)!);
            await Options.WriteFileAsync(parsed.GetValue(file)!, async part =>
            {
                await File.WriteAllTextAsync(part, CallFile.Write(source), new UTF8Encoding(false), cancellationToken);
                var now = app.Services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
                await db.RecordAsync(WriteContext.System(now, "Export auf der Befehlszeile"), AuditAction.CallExported, nameof(Call), source.Id, cancellationToken);
            });
            output.WriteLine($"{source.Slug} ist geschrieben.");
            return AwardsCommands.Done;
        });
        return command;
    }

    private static async Task<Outcome<Call>> StoreAsync(AwardsDbContext db, CallDefinition definition, bool replace, WriteContext write, CancellationToken cancellationToken)
    {
        var existing = await db.Calls.Where(call => call.Slug == definition.Slug).Select(call => (Guid?)call.Id).SingleOrDefaultAsync(cancellationToken);
        return await db.WriteAsync(write, existing is null ? AuditAction.CallCreated : AuditAction.CallChanged, async () =>
        {
            if (existing is null)
            {
                var call = Call.Create(definition);
                db.Calls.Add(call);
                return call;
            }
            if (!replace) return (Outcome<Call>)new Refusal("call.exists", "Den Wettbewerb „{0}“ gibt es schon. Mit --replace wird er ersetzt.", definition.Slug);
            var stored = await db.Calls.SingleAsync(call => call.Id == existing, cancellationToken);
            var before = stored.Definition;
            var redefined = stored.Redefine(stored.Placed(definition), await CallDesk.UsageAsync(db, stored, cancellationToken));
            if (!redefined.Refused(out _)) await CallDesk.RescoreAsync(db, before, stored, cancellationToken);
            return redefined;
        }, lockOn: existing, cancellationToken);
    }
}
