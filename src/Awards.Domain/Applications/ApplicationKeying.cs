using Awards.Domain.Calls;
using Awards.Domain.Shared;

namespace Awards.Domain.Applications;

public sealed partial class Application
{
    /// <summary>Most single projects that can be typed: beyond the call's number they are a breach that intake decides on.</summary>
    public const int MostKeyedProjects = 10;

    /// <summary>Staff typed it from paper or a mail, and no second person has compared it yet.</summary>
    public bool AwaitsCheck { get; private set; }

    /// <summary>
    /// Takes what staff typed from paper or a mail, complete or not, phase or not; files stay. Refused for what was not sent that way, for what is decided
    /// or checked, when somebody else changed it since, and for what cannot be stored.
    /// </summary>
    public Outcome<Application> Key(Call call, SubmittedContent content, int seenVersion)
    {
        if (Channel is not (Channel.Post or Channel.Email)) return new Refusal("keyed.not_paper", "Diese Bewerbung ist nicht auf Papier oder per E-Mail gekommen.");
        if (Status != ApplicationState.Draft && !(Status == ApplicationState.Submitted && AwaitsCheck))
            return new Refusal("keyed.closed", "Diese Bewerbung ist gegengeprüft oder schon entschieden. Ihre Angaben lassen sich nicht mehr ändern.");
        if (Version != seenVersion) return ApplicationRules.Stale;
        if (content.Texts.Check().Refused(out var refusal)) return refusal;
        var projects = content.Projects.Where(project => !project.IsEmpty).ToList();
        if (projects.Count > MostKeyedProjects) return new Refusal("application.too_many_projects", "Es sind höchstens {0} Einzelprojekte möglich.", MostKeyedProjects);
        if (projects.SelectMany(project => project.Faults()).Select(fault => fault.Refusal).FirstOrDefault() is { } fault) return fault;
        if (Participant.RefusalOf(content.Participants, MunicipalityId) is { } unfit) return unfit;
        var answers = Answers;
        foreach (var question in call.Definition.Questionnaire.Questions.Where(question => question is not FileQuestion))
        {
            var read = question.Check(content.Answers[question.Code]);
            if (read.Refused(out refusal)) return refusal;
            answers = answers.With(question.Code, read.Fact);
        }
        if (content.Texts.Description != Texts.Description) TextPages = null;
        (Texts, Answers, Participants, IsJoint) = (content.Texts, answers, content.Participants, content.Participants.Count > 0);
        Replace(projects);
        if (Status == ApplicationState.Submitted) ContentHash = Applications.ContentHash.Of(this);
        return this;
    }

    /// <summary>Hands in what is typed, as of its arrival. It waits for a second person.</summary>
    public void SubmitKeyed(Call call, int arrivalNumber, DateTime arrivedAt)
    {
        SubmitTakenOver(call, arrivalNumber, arrivedAt);
        AwaitsCheck = true;
    }

    /// <summary>A second person compared it with the original.</summary>
    public void MarkChecked() => AwaitsCheck = false;
}
