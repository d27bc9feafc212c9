using System.Text.Json;
using Awards.Domain.Shared;

namespace Awards.Domain.Calls;

/// <summary>One edition of a competition or funding programme.</summary>
public sealed class Call
{
    private CallDefinition? _definition;

    private Call() { }

    public Guid Id { get; private set; }

    /// <summary>Part of the address; unique.</summary>
    public string Slug { get; private set; } = "";

    /// <summary>The definition as stored.</summary>
    public string DefinitionJson { get; private set; } = "";

    /// <summary>Days by which a demo moved the calendar so that a phase runs now; 0 in real calls.</summary>
    public int ShiftedByDays { get; private set; }

    /// <summary>Answers, reviews and votes of this call were generated for a demonstration and say nothing about real municipalities.</summary>
    public bool HasGeneratedContent { get; private set; }

    /// <summary>Raised with every change.</summary>
    public int Version { get; private set; }

    /// <summary>The definition, with its calendar moved where a demo did so.</summary>
    public CallDefinition Definition => _definition ??= Parse();

    /// <summary>A call from its definition.</summary>
    public static Call Create(CallDefinition definition, int shiftedByDays = 0, bool generatedContent = false) => new()
    {
        Id = Guid.CreateVersion7(),
        Slug = definition.Slug,
        DefinitionJson = JsonSerializer.Serialize(definition, CallDefinition.Json),
        ShiftedByDays = shiftedByDays,
        HasGeneratedContent = generatedContent,
    };

    /// <summary>
    /// Replaces the definition, as it is shown (with its calendar moved where a demo did so). While the call is a draft everything may change;
    /// afterwards refused for a definition with faults and for what <see cref="CallChanges"/> guards.
    /// </summary>
    public Outcome<Call> Redefine(CallDefinition definition, CallUsage usage)
    {
        if (!Definition.Draft)
        {
            if (CallChanges.Refusals(Definition, definition, usage) is [var change, ..]) return change;
            // What was faulty before the rule existed may stay so, as long as nothing is added.
            var known = CallFaults.Of(Definition).Select(fault => fault.Refusal.ToString()).ToHashSet();
            if (CallFaults.Of(definition).FirstOrDefault(fault => !known.Contains(fault.Refusal.ToString())) is { } fault) return fault.Refusal;
        }
        var json = JsonSerializer.Serialize(Shifted(definition, -ShiftedByDays), CallDefinition.Json);
        if (json == DefinitionJson) return this;
        (Slug, DefinitionJson, _definition) = (definition.Slug, json, null);
        return this;
    }

    /// <summary>A definition as this call shows it: its calendar moved where a demo did so.</summary>
    public CallDefinition Placed(CallDefinition definition) => Shifted(definition, ShiftedByDays);

    /// <summary>Opens a draft to the public. Refused while it has faults.</summary>
    public Outcome<Call> Release() => !Definition.Draft ? new Refusal("call.released", "Dieser Wettbewerb ist schon veröffentlicht.")
        : CallFaults.Of(Definition) is [var fault, ..] ? fault.Refusal
        : Redefine(Definition with { Draft = false }, CallUsage.None);

    /// <summary>The phase of a kind, or null when the call has none.</summary>
    public Phase? Phase(PhaseKind kind) => Definition.Phases.FirstOrDefault(phase => phase.Kind == kind);

    /// <summary>True while a phase runs, the time granted after an outage included; never in a draft.</summary>
    public bool IsIn(PhaseKind kind, DateTime instant) => !Definition.Draft && Phase(kind) is { } phase && (phase.Contains(instant) || Definition.Grace?.Covers(phase, instant) == true);

    /// <summary>True from the first instant of a phase on, also after its end; never in a draft.</summary>
    public bool HasReached(PhaseKind kind, DateTime instant) => !Definition.Draft && Phase(kind) is { } phase && instant >= phase.From;

    private CallDefinition Parse()
    {
        var definition = JsonSerializer.Deserialize<CallDefinition>(DefinitionJson, CallDefinition.Json)
            ?? throw new InvalidOperationException($"The definition of call {Slug} is empty.");
        return Shifted(definition, ShiftedByDays);
    }

    private static CallDefinition Shifted(CallDefinition definition, int days) =>
        days == 0 ? definition : definition with
        {
            Phases = [.. definition.Phases.Select(phase => phase.Shift(days))],
            Grace = definition.Grace is { } grace ? grace with { Until = GermanTime.ShiftDays(grace.Until, days) } : null,
            Extensions = definition.Extensions is { } extensions
                ? [.. extensions.Select(each => each with { Before = GermanTime.ShiftDays(each.Before, days), Until = GermanTime.ShiftDays(each.Until, days) })] : null,
        };
}
