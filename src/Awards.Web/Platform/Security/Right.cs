using Awards.Domain.Accounts;

namespace Awards.Web.Platform.Security;

/// <summary>
/// A named right inside a call: whoever holds one of the roles in it may. Pages ask for it by its name; the page "Wer darf was" shows what they ask for.
/// What depends on a single object (seals, conflicts, ownership, phases) is decided by the domain, object by object.
/// </summary>
/// <param name="Name">Name of the policy: "prereview.assign".</param>
/// <param name="Label">German, what one may do.</param>
public sealed record Right(string Name, string Label, params CallRole[] Roles);
