using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Awards.Web.Platform.TagHelpers;
using Awards.Web.Stages.Municipalities;
using Awards.Web.Stages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Applications.Municipality;

/// <summary>Municipalities that take part in a joint application.</summary>
public sealed class ParticipantsModel(AwardsDbContext db, ApplicationDesk desk, RequestContext request, IStringLocalizer<Text> texts) : PageModel
{
    private const int MostChoices = Municipalities.Public.SearchModel.Most;

    /// <summary>A part of the name of one to be added.</summary>
    [BindProperty]
    public string? Name { get; set; }

    /// <summary>The one that is meant, or <see cref="MunicipalityWords.Unlisted"/>.</summary>
    [BindProperty]
    public string? Chosen { get; set; }

    public FormPage Form { get; private set; } = null!;
    public IReadOnlyList<Choice> Choices { get; private set; } = [];
    public IReadOnlyList<Participant> Participants => Form.Own.Application.Participants;

    public async Task<IActionResult> OnGetAsync([FromRoute] Guid id, CancellationToken cancellationToken)
    {
        if (!await ShowAsync(id, cancellationToken)) return NotFound();
        return Form.Own.Closed(request.Began) is not null ? LocalRedirect(ApplicationLinks.Overview(id)) : Page();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] Guid id, CancellationToken cancellationToken)
    {
        if (!await ShowAsync(id, cancellationToken)) return NotFound();
        if (await MeantAsync(cancellationToken) is not { } meant) return Page();
        var outcome = await ChangeAsync(list => [.. list, meant], cancellationToken);
        if (!outcome.Refused(out var refusal)) return Back(texts["„{0}“ ist hinzugefügt.", meant.Name]);
        ModelState.Add(texts, refusal, nameof(Name));
        return Page();
    }

    public async Task<IActionResult> OnPostRemoveAsync([FromRoute] Guid id, [FromForm(Name = "wer")] string? who, CancellationToken cancellationToken)
    {
        if (!await ShowAsync(id, cancellationToken)) return NotFound();
        // By what it says and not by its place: a colleague may have taken away another one meanwhile.
        var outcome = await ChangeAsync(list => [.. list.Where(each => Key(each) != who)], cancellationToken);
        return Back(outcome.Refused(out var refusal) ? texts.Show(refusal) : texts["Die Kommune ist aus der Liste genommen."]);
    }

    /// <summary>What tells one participant from another.</summary>
    public static string Key(Participant participant) => participant.MunicipalityId?.ToString() ?? participant.Name;

    private async Task<bool> ShowAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(id, MemberRight.Edit, cancellationToken) is not { } own) return false;
        Form = new(own, ApplicationLinks.Participants(own.Id), _ => []);
        return true;
    }

    private Task<Outcome<Application>> ChangeAsync(Func<IReadOnlyList<Participant>, IReadOnlyList<Participant>> change, CancellationToken cancellationToken) =>
        desk.WriteAsync(Form.Own, AuditAction.ApplicationSaved, MemberRight.Edit,
            (application, write) => Task.FromResult(application.Join(Form.Own.Call, change(application.Participants), application.Version, write)), cancellationToken);

    /// <summary>The municipality that is meant; null = the page asks, and says why.</summary>
    private async Task<Participant?> MeantAsync(CancellationToken cancellationToken)
    {
        var typed = TextRules.OneLine(Name);
        if (typed.Length == 0)
        {
            ModelState.AddModelError(nameof(Name), texts["Bitte geben Sie den Namen der Kommune ein."]);
            return null;
        }
        if (Chosen == MunicipalityWords.Unlisted) return new Participant(typed);
        var found = await MunicipalityQueries.SearchAsync(db, typed, MostChoices, cancellationToken);
        var exact = found.Where(each => each.NameSort == SortKey.Of(typed)).ToList();
        var id = found.Find(each => each.Id.ToString() == Chosen)?.Id ?? (exact.Count == 1 ? exact[0].Id : null);
        if (id is { } listed) return Participant.Of(await db.Municipalities.AsNoTracking().SingleAsync(each => each.Id == listed, cancellationToken));
        Choices = [.. texts.Choices(found), new Choice(MunicipalityWords.Unlisted, texts["Sie steht nicht in dieser Liste."])];
        ModelState.AddModelError(nameof(Chosen), texts["Bitte wählen Sie aus, welche Kommune Sie meinen."]);
        return null;
    }

    private LocalRedirectResult Back(string sentence)
    {
        TempData.Say(sentence);
        return LocalRedirect(Form.Here);
    }
}
