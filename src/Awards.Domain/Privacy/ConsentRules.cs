using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Awards.Domain.Shared;

namespace Awards.Domain.Privacy;

/// <summary>Rules of consents as small named predicates.</summary>
public static class ConsentRules
{
    /// <summary>The consent that holds now for a definition, or null.</summary>
    public static Consent? Held(ConsentDefinition consent, ApplicationTexts texts, IEnumerable<Consent> given) =>
        given.FirstOrDefault(each => each.Covers(consent, texts.ContactName, texts.ContactMail));

    /// <summary>Why an application cannot be handed in for want of a consent, or null.</summary>
    public static Refusal? MissingRefusal(CallDefinition call, ApplicationTexts texts, IReadOnlyCollection<Consent> given) =>
        call.PrivacyRules().Consents.FirstOrDefault(consent => consent.Required && Held(consent, texts, given) is null) is { } missing
            ? new("consent.required", "Ohne die Zustimmung „{0}“ können Sie nicht einreichen. Bitte kreuzen Sie sie an.", missing.Text.De)
            : null;

    /// <summary>Withdraws what is no longer ticked and gives what is newly ticked; what holds already stays. The new ones are given back.</summary>
    public static IReadOnlyList<Consent> Settle(Application application, CallDefinition call, IReadOnlyCollection<Consent> given, IReadOnlySet<string> ticked, WriteContext write)
    {
        var fresh = new List<Consent>();
        foreach (var consent in call.PrivacyRules().Consents)
        {
            var held = Held(consent, application.Texts, given);
            foreach (var former in given.Where(each => each.Code == consent.Code && each.WithdrawnAt is null && (each != held || !ticked.Contains(consent.Code)))) former.Withdraw(write);
            if (ticked.Contains(consent.Code) && held is null) fresh.Add(Consent.Give(application, consent, write));
        }
        return fresh;
    }
}
