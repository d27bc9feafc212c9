using Awards.Domain.Applications;
using Awards.Domain.Municipalities;

namespace Awards.Domain.Outreach;

/// <summary>What became of one address in a wave.</summary>
/// <param name="Sent">The mail server took it.</param>
/// <param name="Suppressed">Left out or held back because mailings were unsubscribed.</param>
/// <param name="Bounced">It came back, or was refused for good.</param>
public sealed record EffectMail(Guid? MunicipalityId, string? State, MunicipalityType? Type, DateTime At, WaveOutcome Outcome, bool Sent, bool Suppressed, bool Bounced);

/// <summary>Figures of a wave for one state or type; code "" = none known, "total" = all.</summary>
public sealed record EffectRow(string Code)
{
    public int Sent { get; init; }
    public int Suppressed { get; init; }
    public int Bounced { get; init; }

    /// <summary>Left out for another reason than unsubscribing.</summary>
    public int Skipped { get; init; }

    public int Letters { get; init; }
    public int Drafts { get; init; }

    /// <summary>Everything that was handed in, admitted or not.</summary>
    public int Submitted { get; init; }

    /// <summary>Of these, those that were admitted.</summary>
    public int Entries { get; init; }
}

/// <summary>
/// What a wave brought. A letter or an application counts when its municipality got a mail of this wave before it began, once for each wave that
/// came before it.
/// </summary>
public sealed record WaveEffect(IReadOnlyList<EffectRow> ByState, IReadOnlyList<EffectRow> ByType, EffectRow Total)
{
    /// <summary>Counts.</summary>
    /// <param name="letters">When municipalities handed in letters of intent.</param>
    /// <param name="applications">When municipalities began applications, and where these stand.</param>
    public static WaveEffect Count(IReadOnlyCollection<EffectMail> mails, ILookup<Guid, DateTime> letters, ILookup<Guid, (DateTime BeganAt, ApplicationState Status)> applications)
    {
        var reached = mails.Where(mail => mail is { Outcome: WaveOutcome.Written, MunicipalityId: not null }).GroupBy(mail => mail.MunicipalityId!.Value)
            .Select(group => group.OrderBy(mail => mail.At).First()).ToList();
        EffectRow Row(string code, Func<EffectMail, bool> belongs)
        {
            var (own, first) = (mails.Where(belongs).ToList(), reached.Where(belongs).ToList());
            var begun = first.SelectMany(mail => applications[mail.MunicipalityId!.Value].Where(application => application.BeganAt > mail.At).Select(application => application.Status)).ToList();
            return new(code)
            {
                Sent = own.Count(mail => mail.Sent),
                Suppressed = own.Count(mail => mail.Suppressed),
                Bounced = own.Count(mail => mail.Bounced),
                Skipped = own.Count(mail => mail.Outcome is not (WaveOutcome.Written or WaveOutcome.OptedOut)),
                Letters = first.Count(mail => letters[mail.MunicipalityId!.Value].Any(at => at > mail.At)),
                Drafts = begun.Count(status => status == ApplicationState.Draft),
                Submitted = begun.Count(status => status is ApplicationState.Submitted or ApplicationState.Excluded or ApplicationState.Admitted),
                Entries = begun.Count(status => status == ApplicationState.Admitted),
            };
        }
        IReadOnlyList<EffectRow> Rows(IEnumerable<string> codes, Func<EffectMail, string> code) =>
            [.. codes.Append("").Where(each => mails.Any(mail => code(mail) == each)).Select(each => Row(each, mail => code(mail) == each))];
        return new(Rows(FederalStates.Codes, mail => mail.State ?? ""), Rows(MunicipalityTypes.All.Select(type => type.Code()), mail => mail.Type?.Code() ?? ""), Row("total", _ => true));
    }
}
