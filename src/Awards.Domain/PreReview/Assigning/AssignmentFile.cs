using System.Text.Encodings.Web;
using System.Text.Json;
using Awards.Domain.Shared;

namespace Awards.Domain.PreReview.Assigning;

/// <summary>Tasks and answers of <see cref="AssignmentSolver"/> as JSON; docs/assign.md describes the shape.</summary>
public static class AssignmentFile
{
    private static readonly JsonWriterOptions Layout = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Reads a task. Refused with the place in the file where something is not what it should be; <see cref="AssignmentInstance.Faults"/> is not asked.</summary>
    public static Outcome<AssignmentInstance> Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            return Read(document.RootElement);
        }
        catch (JsonException fault)
        {
            return new Refusal("assign.not_json", "Das ist keine JSON-Datei (Zeile {0}).", (fault.LineNumber ?? 0) + 1);
        }
        catch (FileFault fault)
        {
            return new Refusal("assign.not_readable", "{0}: erwartet wird {1}.", fault.Place, fault.Expected);
        }
    }

    /// <summary>Writes an answer.</summary>
    public static byte[] Write(AssignmentResult result, long milliseconds)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Layout))
        {
            writer.WriteStartObject();
            writer.WriteString("status", result.Status.ToString().ToLowerInvariant());
            writer.WriteStartArray("assignments");
            foreach (var (entry, reviewers) in result.Assignments)
            {
                writer.WriteStartArray();
                writer.WriteStringValue(entry);
                foreach (var reviewer in reviewers) writer.WriteStringValue(reviewer);
                writer.WriteEndArray();
            }
            writer.WriteEndArray();
            writer.WritePropertyName("terms");
            if (result.Terms is { } terms) Write(writer, terms);
            else writer.WriteNullValue();
            writer.WriteStartArray("why");
            foreach (var reason in result.Why) writer.WriteStringValue(reason);
            writer.WriteEndArray();
            writer.WriteNumber("milliseconds", milliseconds);
            writer.WriteEndObject();
        }
        return buffer.ToArray();
    }

    private static void Write(Utf8JsonWriter writer, AssignmentTerms terms)
    {
        writer.WriteStartObject();
        foreach (var (name, term) in new[] { ("maxLoad", terms.MaxLoad), ("loadSpread", terms.LoadSpread), ("pairs", terms.Pairs), ("mix", terms.Mix), ("affinity", terms.Affinity) })
        {
            writer.WriteStartObject(name);
            writer.WriteNumber("value", term.Value);
            writer.WriteNumber("bound", term.Bound);
            writer.WriteEndObject();
        }
        writer.WriteEndObject();
    }

    private sealed class FileFault(string place, string expected) : Exception
    {
        public string Place => place;
        public string Expected => expected;
    }

    private static AssignmentInstance Read(JsonElement file)
    {
        Known(file, "die Datei", "perEntry", "seed", "pairCap", "reviewers", "entries", "conflicts", "affinity", "locked", "objective", "require", "distinctDepartments");
        return new()
        {
            PerEntry = (int)(Number(file, "perEntry", "perEntry") ?? 2),
            Seed = Number(file, "seed", "seed") ?? 1,
            PairCap = (int?)Number(file, "pairCap", "pairCap"),
            Reviewers = [.. Items(file, "reviewers").Select(each => Reviewer(each.Element, each.Place))],
            Entries = [.. Items(file, "entries").Select(each => Entry(each.Element, each.Place))],
            Conflicts = [.. Items(file, "conflicts").Select(Pair)],
            Locked = [.. Items(file, "locked").Select(Pair)],
            Affinity = [.. Items(file, "affinity").Select(Affinity)],
            Objective = [.. Items(file, "objective").Select(Goal)],
            Require = [.. Items(file, "require").Select(each => Text(each.Element, each.Place))],
            DistinctDepartments = Find(file, "distinctDepartments") is { } distinct && (distinct.ValueKind is JsonValueKind.True or JsonValueKind.False ? distinct.GetBoolean() : throw new FileFault("distinctDepartments", "true oder false")),
        };
    }

    private static AssignmentReviewer Reviewer(JsonElement element, string place)
    {
        Known(element, place, "id", "min", "max", "discipline", "department");
        return new(Id(element, place), (int)(Number(element, "min", place) ?? 0), (int?)Number(element, "max", place), Word(element, "discipline", place), Word(element, "department", place));
    }

    private static AssignmentEntry Entry(JsonElement element, string place)
    {
        Known(element, place, "id", "group");
        return new(Id(element, place), Word(element, "group", place) ?? "");
    }

    private static AssignmentPair Pair((JsonElement Element, string Place) each)
    {
        if (each.Element.ValueKind != JsonValueKind.Array || each.Element.GetArrayLength() != 2) throw new FileFault(each.Place, "[\"Prüfende\", \"Beitrag\"]");
        return new(Text(each.Element[0], each.Place), Text(each.Element[1], each.Place));
    }

    private static AssignmentAffinity Affinity((JsonElement Element, string Place) each)
    {
        if (each.Element.ValueKind != JsonValueKind.Array || each.Element.GetArrayLength() != 3 || each.Element[2].ValueKind != JsonValueKind.Number || !each.Element[2].TryGetDecimal(out var value))
            throw new FileFault(each.Place, "[\"Prüfende\", \"Beitrag\", 2.0]");
        return new(Text(each.Element[0], each.Place), Text(each.Element[1], each.Place), value);
    }

    private static AssignmentGoal Goal((JsonElement Element, string Place) each) => Text(each.Element, each.Place) switch
    {
        "balance" => AssignmentGoal.Balance,
        "pairs" => AssignmentGoal.Pairs,
        "mix" => AssignmentGoal.Mix,
        "affinity" => AssignmentGoal.Affinity,
        _ => throw new FileFault(each.Place, "balance, pairs, mix oder affinity"),
    };

    // A misspelt name would silently drop a rule.
    private static void Known(JsonElement element, string place, params string[] names)
    {
        if (element.ValueKind != JsonValueKind.Object) throw new FileFault(place, "ein Objekt { … }");
        foreach (var property in element.EnumerateObject()) if (!names.Contains(property.Name)) throw new FileFault($"{place}, „{property.Name}“", string.Join(", ", names));
    }

    private static JsonElement? Find(JsonElement element, string name) => element.TryGetProperty(name, out var found) && found.ValueKind != JsonValueKind.Null ? found : null;

    private static IEnumerable<(JsonElement Element, string Place)> Items(JsonElement file, string name)
    {
        if (Find(file, name) is not { } list) return [];
        if (list.ValueKind != JsonValueKind.Array) throw new FileFault(name, "eine Liste [ … ]");
        return list.EnumerateArray().Select((each, at) => (each, $"{name}[{at}]"));
    }

    private static long? Number(JsonElement element, string name, string place)
    {
        if (Find(element, name) is not { } found) return null;
        return found.ValueKind == JsonValueKind.Number && found.TryGetInt64(out var value) && (name == "seed" || value is >= int.MinValue and <= int.MaxValue) ? value : throw new FileFault(place == name ? name : $"{place}.{name}", "eine ganze Zahl");
    }

    private static string? Word(JsonElement element, string name, string place) => Find(element, name) is { } found ? Text(found, $"{place}.{name}") : null;

    private static string Id(JsonElement element, string place) => Word(element, "id", place) is { Length: > 0 } id ? id : throw new FileFault(place + ".id", "eine Kennung");

    private static string Text(JsonElement element, string place) => element.ValueKind == JsonValueKind.String ? element.GetString()! : throw new FileFault(place, "ein Text in Anführungszeichen");
}
