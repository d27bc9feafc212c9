using System.Globalization;
using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Awards.Domain.Municipalities;
using Awards.Web.Data.Entries;

namespace Awards.Web.Data.Seeding;

/// <summary>An application of the reference competition, with what the reference knows beyond it.</summary>
/// <param name="Number">Number in the reference; 143–146 for the generated organisations.</param>
/// <param name="PrizeEuro">0 = no prize.</param>
public sealed record ReferenceApplication(int Number, Application Application, int PrizeEuro, string? AdmissionNote);

/// <summary>The 146 applications of 2017: 137 named ones, five that the annex does not name, four generated organisations.</summary>
public static class ReferenceApplications
{
    /// <summary>Number of the first generated organisation.</summary>
    public const int FirstOrganisation = 143;

    /// <summary>Builds all applications as drafts.</summary>
    public static IReadOnlyList<ReferenceApplication> Build(SeedFiles files, Call call, IReadOnlyCollection<Municipality> municipalities, DateTime when)
    {
        var (answers, faults) = EntryCsvReader.Read(files.Bytes(call.Slug, "answers.csv"), call.Definition.Questionnaire);
        if (faults.Count > 0) throw new InvalidDataException($"seed: answers.csv: {faults[0]}");
        var participants = files.Rows("calls", call.Slug, "participants.csv").ToDictionary(row => int.Parse(row["nr"], CultureInfo.InvariantCulture));

        var applications = answers.Select(row => participants.TryGetValue(row.Number, out var participant)
            ? Named(call, row, participant, municipalities, when)
            : new(row.Number, Application.TakeOver(call, Arrived("nicht genannte Kommune", "Beitrag ohne veröffentlichten Titel", row.Answers) with { Type = row.Type }, when), 0, null)).ToList();
        for (var number = FirstOrganisation; number < FirstOrganisation + 4; number++)
        {
            var organisation = Arrived($"Generierte Organisation {number - FirstOrganisation + 1} (keine Kommune)", "Generierter Beitrag einer Organisation", AnswerSet.Empty);
            applications.Add(new(number, Application.TakeOver(call, organisation, when), 0, null));
        }
        return applications;
    }

    private static ReferenceApplication Named(Call call, EntryRow row, IReadOnlyDictionary<string, string> facts, IReadOnlyCollection<Municipality> municipalities, DateTime when)
    {
        var state = FederalStates.CodeOf(facts["federal_state"]);
        var projects = new[] { "project_1", "project_2", "project_3" }.Select(column => facts[column]).Where(title => title.Length > 0).Select(title => new ProjectText(title)).ToList();
        var entry = Arrived(facts["municipality"], facts["title"], row.Answers) with
        {
            MunicipalityId = municipalities.First(each => each.Name == facts["municipality"] && each.State == state).Id,
            State = state,
            Type = row.Type,
            IsJoint = facts["joint_entry"] == "ja",
            Projects = projects,
        };
        entry = entry with { Texts = entry.Texts with { Department = facts["department"], Website = facts["website"] } };
        var note = projects.Count > call.Definition.MaxSingleProjects ? "Mehr Einzelprojekte als vorgesehen, als eingereicht übernommen."
            : entry.IsJoint ? "Gemeinschaftsbeitrag, der nächstliegenden Gruppe zugeordnet." : null;
        var prize = facts["prize_eur"].Length == 0 ? 0 : int.Parse(facts["prize_eur"], CultureInfo.InvariantCulture);
        return new(row.Number, Application.TakeOver(call, entry, when), prize, note);
    }

    private static ArrivedEntry Arrived(string name, string title, AnswerSet answers) => new()
    {
        ApplicantName = name,
        Channel = Channel.Web,
        Answers = answers,
        IsGenerated = true,
        Texts = new ApplicationTexts { Title = title },
    };
}
