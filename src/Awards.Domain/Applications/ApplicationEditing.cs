using Awards.Domain.Calls;
using Awards.Domain.Shared;

namespace Awards.Domain.Applications;

public sealed partial class Application
{
    /// <summary>Replaces texts and single projects. Refused after submission, outside the phase, while it waits for approval, or when somebody else changed them since.</summary>
    public Outcome<Application> Describe(Call call, ApplicationTexts texts, IReadOnlyList<ProjectText> projects, int seenVersion, WriteContext write)
    {
        if (ApplicationRules.ChangeRefusal(this, call, seenVersion, write.When) is { } refusal) return refusal;
        if (texts.Check().Refused(out refusal)) return refusal;
        if (texts.Contribution.Length > 0 && texts.Contribution != Texts.Contribution && call.Definition.Contribution(texts.Contribution) is null)
            return new Refusal("application.unknown_contribution", "Diese Art des Beitrags gibt es nicht. Bitte wählen Sie eine aus der Liste.");
        var kept = projects.Where(project => !project.IsEmpty).ToList();
        if (kept.Count > call.Definition.MaxSingleProjects)
            return new Refusal("application.too_many_projects", "Es sind höchstens {0} Einzelprojekte möglich.", call.Definition.MaxSingleProjects);
        if (kept.SelectMany(project => project.Faults()).Select(fault => fault.Refusal).FirstOrDefault() is { } fault) return fault;

        if (texts.Description != Texts.Description) TextPages = null;
        Texts = texts;
        Replace(kept);
        return this;
    }

    /// <summary>Replaces the answers to some questions (canonical values by code). Refused as <see cref="Describe"/> is.</summary>
    public Outcome<Application> Answer(Call call, IReadOnlyDictionary<string, string> values, int seenVersion, WriteContext write)
    {
        if (ApplicationRules.ChangeRefusal(this, call, seenVersion, write.When) is { } refusal) return refusal;
        var answers = Answers;
        foreach (var (code, value) in values)
        {
            if (call.Definition.Questionnaire.Find(code) is not { } question)
                return new Refusal("answer.unknown_question", "Die Frage „{0}“ gibt es in diesem Fragebogen nicht.", code);
            var parsed = question.Check(value);
            if (parsed.Refused(out refusal)) return refusal;
            answers = answers.With(code, parsed.Fact);
        }
        Answers = answers;
        return this;
    }

    /// <summary>Replaces the list of those who take part. Refused as <see cref="Describe"/> is, and for a list that <see cref="Participant.RefusalOf"/> refuses.</summary>
    public Outcome<Application> Join(Call call, IReadOnlyList<Participant> participants, int seenVersion, WriteContext write)
    {
        if (ApplicationRules.ChangeRefusal(this, call, seenVersion, write.When) is { } refusal) return refusal;
        if (Participant.RefusalOf(participants, MunicipalityId) is { } unfit) return unfit;
        (Participants, IsJoint) = (participants, participants.Count > 0);
        return this;
    }

    /// <summary>Takes an uploaded PDF as the text; what is written in the editor stays, but does not count. Null = the editor's text counts again.</summary>
    public Outcome<Application> UseTextFile(Call call, AttachedFile? file, WriteContext write)
    {
        if (ApplicationRules.ChangeRefusal(this, call, Version, write.When) is { } refusal) return refusal;
        Files = Files with { Text = file };
        TextPages = file?.Pages;
        return this;
    }

    /// <summary>Adds an attachment. Refused beyond the call's number.</summary>
    public Outcome<Application> Attach(Call call, AttachedFile file, WriteContext write)
    {
        if (ApplicationRules.ChangeRefusal(this, call, Version, write.When) is { } refusal) return refusal;
        var most = call.Definition.LimitRules().Attachments;
        if (Files.Attachments.Count >= most)
            return new Refusal("application.too_many_attachments", "Es sind höchstens {0} Anlagen möglich. Bitte entfernen Sie zuerst eine.", most);
        Files = Files with { Attachments = [.. Files.Attachments, file] };
        return this;
    }

    /// <summary>Takes an attachment away. Refused when it is not there.</summary>
    public Outcome<Application> Detach(Call call, Guid fileId, WriteContext write)
    {
        if (ApplicationRules.ChangeRefusal(this, call, Version, write.When) is { } refusal) return refusal;
        var left = Files.Attachments.Where(file => file.FileId != fileId).ToList();
        if (left.Count == Files.Attachments.Count) return AnswerFile.Gone;
        Files = Files with { Attachments = left };
        return this;
    }

    /// <summary>Notes how many pages the text has that stands in the editor. Passed over for a text that was changed since it was measured.</summary>
    public void Measure(string description, int pages)
    {
        if (Files.Text is null && description == Texts.Description) TextPages = pages;
    }

    /// <summary>Puts some fields back to what they were. Refused as <see cref="Describe"/> is.</summary>
    /// <param name="values">Values by key of <see cref="ApplicationFields"/>; files are passed over.</param>
    public Outcome<Application> PutBack(Call call, IReadOnlyDictionary<string, string> values, WriteContext write)
    {
        var answers = values.Select(value => (Code: ApplicationFields.QuestionOf(value.Key), value.Value)).Where(each => each.Code is not null && call.Definition.Questionnaire.Find(each.Code) is not null and not FileQuestion)
            .ToDictionary(each => each.Code!, each => each.Value);
        var participants = Participants;
        if (values.TryGetValue(ApplicationFields.Participants, out var list))
        {
            var read = ApplicationFields.ReadParticipants(list);
            if (read.Refused(out var unreadable)) return unreadable;
            participants = read.Fact;
        }
        if (Describe(call, ApplicationFields.With(Texts, values), ApplicationFields.With(ProjectTexts(), values), Version, write).Refused(out var refusal)) return refusal;
        if (Answer(call, answers, Version, write).Refused(out refusal)) return refusal;
        return Join(call, participants, Version, write);
    }

    /// <summary>Begins with what an earlier application of the same municipality said: contact and answers to questions that are still asked. Texts on the contribution are left out.</summary>
    public void Prefill(Call call, Application earlier)
    {
        var (now, old) = (Texts, earlier.Texts);
        Texts = now with { ContactName = old.ContactName, ContactMail = old.ContactMail, ContactPhone = old.ContactPhone, Department = old.Department, Website = old.Website };
        foreach (var question in call.Definition.Questionnaire.Questions.Where(question => question is not FileQuestion && earlier.Answers[question.Code].Length > 0))
        {
            var read = question.Check(earlier.Answers[question.Code]);
            if (!read.Refused(out _)) Answers = Answers.With(question.Code, read.Fact);
        }
    }

    // By position: a project that stays keeps its row.
    private void Replace(List<ProjectText> projects)
    {
        _projects.Sort((one, two) => one.Position.CompareTo(two.Position));
        for (var at = 0; at < projects.Count; at++)
        {
            if (at < _projects.Count) _projects[at].Change(projects[at]);
            else _projects.Add(SingleProject.Create(at + 1, projects[at]));
        }
        if (_projects.Count > projects.Count) _projects.RemoveRange(projects.Count, _projects.Count - projects.Count);
    }
}
