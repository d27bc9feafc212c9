using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Applications.Municipality;

/// <summary>Who answers questions about the application.</summary>
public sealed class ContactModel(ApplicationDesk desk, RequestContext request, IStringLocalizer<Text> texts) : PageModel
{
    [BindProperty]
    public ContactInput Input { get; set; } = new();

    public FormPage Form { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync([FromRoute] Guid id, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(id, MemberRight.Edit, cancellationToken) is not { } own) return NotFound();
        if (own.Closed(request.Began) is not null) return LocalRedirect(ApplicationLinks.Overview(id));
        Form = FormOf(own);
        Input = ContactInput.Of(own.Application.Texts);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] Guid id, [FromForm(Name = "Version")] string? seen, [FromForm(Name = "weiter")] string? goOn, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(id, MemberRight.Edit, cancellationToken) is not { } own) return NotFound();
        Form = FormOf(own);
        var typed = Input.In(own.Application.Texts);
        foreach (var (property, refusal) in typed.Faults()) ModelState.Add(texts, refusal, "Input." + property);
        return await desk.SaveAsync(this, Form, seen, goOn is not null, Pieces(typed),
            (application, version, write) => application.Describe(own.Call, Input.In(application.Texts), application.ProjectTexts(), version, write), cancellationToken) ?? Page();
    }

    private FormPage FormOf(OwnApplication own) =>
        new(own, ApplicationLinks.Contact(own.Id), ApplicationSteps.Addresses(own), application => Pieces(application.Texts));

    private IReadOnlyList<Piece> Pieces(ApplicationTexts written) =>
    [
        Piece.Of(nameof(written.ContactName), written.ContactName, texts),
        Piece.Of(nameof(written.ContactMail), written.ContactMail, texts),
        Piece.Of(nameof(written.Department), written.Department, texts),
        Piece.Of(nameof(written.Website), written.Website, texts),
    ];
}

/// <summary>What is typed on the contact page.</summary>
public sealed class ContactInput
{
    public string? ContactName { get; set; }
    public string? ContactMail { get; set; }
    public string? Department { get; set; }
    public string? Website { get; set; }

    public static ContactInput Of(ApplicationTexts texts) =>
        new() { ContactName = texts.ContactName, ContactMail = texts.ContactMail, Department = texts.Department, Website = texts.Website };

    /// <summary>The texts of an application with these in place of its own.</summary>
    public ApplicationTexts In(ApplicationTexts texts) => texts with
    {
        ContactName = TextRules.OneLine(ContactName),
        ContactMail = TextRules.OneLine(ContactMail),
        Department = TextRules.OneLine(Department),
        Website = TextRules.OneLine(Website),
    };
}
