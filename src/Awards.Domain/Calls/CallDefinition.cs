using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Awards.Domain.Municipalities;
using Awards.Domain.Shared;
using Awards.Domain.Statistics;

namespace Awards.Domain.Calls;

/// <summary>Everything special to one call, as data. Stored as one JSON document; the seed files have the same shape.</summary>
public sealed record CallDefinition
{
    /// <summary>How definitions are written: camel case, enumerations as words, umlauts as they are.</summary>
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        WriteIndented = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowOutOfOrderMetadataProperties = true,
    };

    /// <summary>Part of the address: lower-case letters, digits and hyphens.</summary>
    public required string Slug { get; init; }

    /// <summary>Competition or funding programme.</summary>
    public CallKind Kind { get; init; }

    /// <summary>Prefix of the short numbers people see: "ZHH-2017".</summary>
    public required string NumberPrefix { get; init; }

    /// <summary>Being set up: seen by its office only, and free to change. False once it was released.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Draft { get; init; }

    /// <summary>Title of the edition.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>What it is about, in a few sentences.</summary>
    public required LocalizedText Summary { get; init; }

    /// <summary>The whole announcement, in Markdown; null = the summary says it all.</summary>
    public LocalizedText? Body { get; init; }

    /// <summary>Who pays for it.</summary>
    public required LocalizedText Sponsor { get; init; }

    /// <summary>Who runs it.</summary>
    public required LocalizedText Organiser { get; init; }

    /// <summary>Who supports it, a line each; null = nobody else.</summary>
    public LocalizedText? Partners { get; init; }

    /// <summary>Who may enter, in a few sentences.</summary>
    public required LocalizedText WhoMayEnter { get; init; }

    /// <summary>Kinds of applicants that may enter; null = all. Others are pointed out at intake, not refused at the door.</summary>
    public IReadOnlyList<ApplicantKind>? MayEnter { get; init; }

    /// <summary>Kinds of contribution to choose from; null = none are told apart.</summary>
    public IReadOnlyList<ContributionKind>? Contributions { get; init; }

    /// <summary>Nobody applies without a letter of intent handed in before.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool LetterOfIntentRequired { get; init; }

    /// <summary>Deadlines that were extended, in order; shown to the public.</summary>
    public IReadOnlyList<DeadlineExtension>? Extensions { get; init; }

    /// <summary>Longer time after an outage, as the lead granted it; null = none. Shown to the public.</summary>
    public OutageGrace? Grace { get; init; }

    /// <summary>For entries by post the postmark counts for the deadline, not the arrival.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool PostmarkCounts { get; init; }

    /// <summary>Days before the deadline on which those are reminded who have a draft; null = nobody is reminded.</summary>
    public IReadOnlyList<int>? ReminderDays { get; init; }

    /// <summary>The calendar.</summary>
    public required IReadOnlyList<Phase> Phases { get; init; }

    /// <summary>Groups in which entries are judged together, special categories last.</summary>
    public required IReadOnlyList<AwardGroup> AwardGroups { get; init; }

    /// <summary>Criteria.</summary>
    public required IReadOnlyList<Criterion> Criteria { get; init; }

    /// <summary>Sheet for the entry as a whole.</summary>
    public required SheetDefinition EntrySheet { get; init; }

    /// <summary>Sheet for each single project; null when there are none.</summary>
    public SheetDefinition? ProjectSheet { get; init; }

    /// <summary>How pairs of reviewers are assigned; null = the usual, <see cref="PairingRules"/>.</summary>
    public PairRules? Pairs { get; init; }

    /// <summary>Days before the end of the pre-review on which reviewers with open sheets are reminded; null = nobody is reminded.</summary>
    public IReadOnlyList<int>? ReviewReminderDays { get; init; }

    /// <summary>Who reads names and contents of reviews in which phase; null = the usual, <see cref="VisibilityRules"/>.</summary>
    public ReviewVisibility? Visibility { get; init; }

    /// <summary>Money the jury may spend, in cents.</summary>
    public required long BudgetCents { get; init; }

    /// <summary>Kinds of prizes.</summary>
    public required IReadOnlyList<PrizeKind> Prizes { get; init; }

    /// <summary>How many single projects an application may describe.</summary>
    public int MaxSingleProjects { get; init; } = 2;

    /// <summary>How much an application may hold; null = the usual, <see cref="LimitRules"/>.</summary>
    public CallLimits? Limits { get; init; }

    /// <summary>How long short reports may be; null = the usual, <see cref="ReportLimits"/>.</summary>
    public PreReview.ReportRules? Reports { get; init; }

    /// <summary>How the text of an application is typeset; null = the usual, <see cref="PageRules"/>.</summary>
    public PageSettings? Page { get; init; }

    /// <summary>The questionnaire.</summary>
    public required Questionnaire Questionnaire { get; init; }

    /// <summary>The tables of the statistics.</summary>
    public required IReadOnlyList<TableDefinition> Tables { get; init; }

    /// <summary>What is looked at before an application is admitted; null = only what the program notices by itself.</summary>
    public IReadOnlyList<FormalCheckItem>? FormalChecks { get; init; }

    /// <summary>Purposes, consents and retention of personal data; null = none said, <see cref="PrivacyRules"/>.</summary>
    public PrivacyDefinition? Privacy { get; init; }

    /// <summary>What holds for personal data.</summary>
    public PrivacyDefinition PrivacyRules() => Privacy ?? PrivacyDefinition.Default;

    /// <summary>How pairs are assigned.</summary>
    public PairRules PairingRules() => Pairs ?? PairRules.Default;

    /// <summary>Who reads names and contents of reviews, on top of the seal.</summary>
    public ReviewVisibility VisibilityRules() => Visibility ?? ReviewVisibility.Default;

    /// <summary>The sheet of the entry (no project) or of a single project.</summary>
    public SheetDefinition SheetOf(Guid? projectId) => projectId is null ? EntrySheet : ProjectSheet ?? throw new InvalidOperationException("The call has no sheet for single projects.");

    /// <summary>Votes to choose from. Without an own list: all, the one for a special category only where there is one.</summary>
    public IReadOnlyList<VoteRule> VoteRules() => EntrySheet.Votes ??
        [.. Enum.GetValues<PreReview.Vote>().Where(vote => vote != PreReview.Vote.SuitableForSpecial || AwardGroups.Any(group => group.Special)).Select(vote => new VoteRule(vote))];

    /// <summary>How much an application may hold.</summary>
    public CallLimits LimitRules() => Limits ?? CallLimits.Default;

    /// <summary>How long short reports may be.</summary>
    public PreReview.ReportRules ReportLimits() => Reports ?? PreReview.ReportRules.Default;

    /// <summary>How the text of an application is typeset.</summary>
    public PageSettings PageRules() => Page ?? PageSettings.Default;

    /// <summary>The kind of contribution of a code, or null.</summary>
    public ContributionKind? Contribution(string code) => Contributions?.FirstOrDefault(kind => kind.Code == code);

    /// <summary>The group of a code, or null.</summary>
    public AwardGroup? Group(string code) => AwardGroups.FirstOrDefault(group => group.Code == code);

    /// <summary>The group that takes entries of a type and a number of inhabitants by rule, or null.</summary>
    /// <param name="population">Null = unknown: only groups without bands of inhabitants can take it.</param>
    public AwardGroup? GroupFor(MunicipalityType type, int? population = null) => AwardGroups.FirstOrDefault(group => group.Takes(type, population));

    /// <summary>True when groups ask for the number of inhabitants.</summary>
    [JsonIgnore]
    public bool HasPopulationBands => AwardGroups.Any(group => group.HasBand);

    /// <summary>Label of a criterion.</summary>
    public LocalizedText CriterionLabel(string code) => Criteria.First(criterion => criterion.Code == code).Label;

    /// <summary>The short number of an entry: "ZHH-2017-042".</summary>
    public string EntryNumber(int number) => $"{NumberPrefix}-{number:000}";

    /// <summary>The short number of an arrival: "ZHH-2017-E042".</summary>
    public string ArrivalNumber(int number) => $"{NumberPrefix}-E{number:000}";
}

/// <summary>What a call ends in.</summary>
public enum CallKind
{
    /// <summary>Prizes, statistics, a documentation and a public database.</summary>
    Competition,

    /// <summary>Grants, payments, reports and proof of use.</summary>
    Programme,
}
