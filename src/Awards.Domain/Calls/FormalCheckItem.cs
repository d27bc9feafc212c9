using Awards.Domain.Shared;

namespace Awards.Domain.Calls;

/// <summary>A line of the formal check list of a call: looked at by a person for every application before it is admitted.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Label">What must hold, as people read it.</param>
/// <param name="Help">How to tell; null = it says itself.</param>
public sealed record FormalCheckItem(string Code, LocalizedText Label, LocalizedText? Help = null);
