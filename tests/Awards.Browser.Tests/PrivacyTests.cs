using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Awards.Testing;
using Awards.Testing.Files;
using Awards.Web.Data;
using Awards.Web.Platform.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Awards.Browser.Tests.PageChecks;

namespace Awards.Browser.Tests;

/// <summary>Own data, consents, retention, mails, trail and documents in a real browser, wide and narrow.</summary>
public sealed class PrivacyTests : IAsyncLifetime
{
    private static readonly int[] Widths = [1280, 320];

    private BrowserHost _browser = null!;
    private World _world = null!;

    public async Task InitializeAsync()
    {
        _browser = await BrowserHost.StartAsync();
        _world = await World.CreateAsync(_browser.Host, call => call with
        {
            Privacy = call.PrivacyRules() with { Consents = [.. call.PrivacyRules().Consents, new("rules", 1, "Ich kenne die Teilnahmebedingungen.", Required: true)] },
        });
    }

    public async Task DisposeAsync() => await _browser.DisposeAsync();

    [BrowserFact]
    public async Task Own_data_and_ones_address_are_accessible_filled_and_in_error()
    {
        foreach (var width in Widths)
        {
            var page = await _browser.SignedInAsync(Cast.Stranger, width);
            await ShouldBeAccessibleAsync(page, "/konto/daten", "/konto/daten?culture=en", "/konto/adresse", "/adresse/erfunden", "/abbestellen/erfunden");
            await page.GotoAsync("/konto/daten");
            await PressAsync(page, "Konto löschen");
            (await page.Locator("[data-errors] a").CountAsync()).ShouldBe(1);
            await page.ShouldBeAccessibleAsync();
            await page.GotoAsync("/konto/adresse");
            await page.FillAsync("[name=NewMail]", "keine Adresse");
            await PressAsync(page, "Link senden");
            (await page.Locator("[data-errors] a").CountAsync()).ShouldBe(1);
            await page.ShouldBeAccessibleAsync();
            await page.FillAsync("[name=NewMail]", $"eine.andere.recht.lange.adresse{width}@verbandsgemeindeverwaltung.example");
            await PressAsync(page, "Link senden");
            await page.GetByRole(AriaRole.Status).WaitForAsync();
            await page.ShouldBeAccessibleAsync();

            // Whoever leads a call alone cannot go.
            var lead = await _browser.SignedInAsync(Cast.Lead, width);
            await lead.GotoAsync("/konto/daten");
            await lead.GetByText("Noch nicht möglich").WaitForAsync();
            await lead.ShouldBeAccessibleAsync();
        }
    }

    [BrowserFact]
    public async Task Consents_are_accessible_before_submitting_in_error_given_and_withdrawn()
    {
        foreach (var width in Widths)
        {
            using var clerk = await _browser.Host.SignedInAsync(Cast.ClerkOne);
            var applicant = new Applicant(clerk, _world.Call.Definition);
            var application = await applicant.BeginAsync();
            var page = await _browser.SignedInAsync(Cast.ClerkOne, width);
            await ShouldBeAccessibleAsync(page, application + "/pruefen", application + "/einwilligungen");
            await applicant.FillAsync(application, "Beitrag");
            await page.GotoAsync(application + "/pruefen");
            await page.Locator("input[type=checkbox][name=Confirmed]").CheckAsync();
            await PressAsync(page, "Einreichen");
            (await page.InnerTextAsync("[data-errors]")).ShouldContain("Teilnahmebedingungen");
            await page.ShouldBeAccessibleAsync();
            await page.GetByLabel("Ich kenne die Teilnahmebedingungen.").CheckAsync();
            await page.Locator("input[type=checkbox][name='Consents[publish_contact]']").CheckAsync();
            await page.Locator("input[type=checkbox][name=Confirmed]").CheckAsync();
            await PressAsync(page, "Einreichen");
            page.Url.ShouldEndWith("/eingang");
            await page.ShouldBeAccessibleAsync();
            await ShouldBeAccessibleAsync(page, application + "/einwilligungen", application + "/einwilligungen?culture=en");
            await page.GotoAsync(application + "/einwilligungen");
            await page.Locator("main button[value=publish_contact]").ClickAsync();
            await page.GetByRole(AriaRole.Status).WaitForAsync();
            await page.ShouldBeAccessibleAsync();
        }
    }

    [BrowserFact]
    public async Task Retention_and_the_correction_of_a_contact_are_accessible_empty_filled_and_in_error()
    {
        var application = await _world.SubmitAsync(1);
        foreach (var width in Widths)
        {
            var page = await _browser.SignedInAsync(Cast.Lead, width);
            await ShouldBeAccessibleAsync(page, $"/institut/{World.Slug}/datenschutz", $"/institut/{World.Slug}/datenschutz?culture=en", $"/institut/{World.Slug}/bewerbungen/{application.Id}/kontakt");
            await PressAsync(page, "Speichern");
            (await page.Locator("[data-errors] a").CountAsync()).ShouldBe(1);
            await page.ShouldBeAccessibleAsync();
        }
        _browser.Host.Clock.Now = _world.Call.Definition.PrivacyRules().Retention.Max(rule => rule.DueAt(_world.Call)!.Value);
        using (var scope = _browser.Host.Services.CreateScope())
            (await scope.ServiceProvider.GetRequiredService<RetentionJob>().RunAsync()).ShouldNotBeEmpty();
        foreach (var width in Widths)
        {
            var page = await _browser.SignedInAsync(Cast.Lead, width);
            await ShouldBeAccessibleAsync(page, $"/institut/{World.Slug}/datenschutz");
            (await page.Locator("main table").CountAsync()).ShouldBe(2);
        }
    }

    [BrowserFact]
    public async Task Mails_are_accessible_empty_filled_and_in_error()
    {
        var list = $"/institut/{World.Slug}/mails";
        await EachWidthAsync(list, $"/institut/{World.Slug}/kontomails");
        var ids = await _world.WriteAsync(db =>
        {
            OutboxMessage Add(bool secret, string body)
            {
                var mail = OutboxMessage.Write("eine.recht.lange.adresse.der.verwaltung@verbandsgemeindeverwaltung.example", "Ein Betreff, der auf einem schmalen Bildschirm umbrechen muss", body, _browser.Host.Clock.Now, callId: _world.Call.Id, secret: secret);
                var attempt = mail.Claim(Guid.CreateVersion7(), _browser.Host.Clock.Now);
                const string error = "550 5.1.1 <eine.recht.lange.adresse.der.verwaltung@verbandsgemeindeverwaltung.example>: Recipient address rejected";
                mail.MarkUnsure(error);
                attempt.End(MailAttemptResult.Unsure, _browser.Host.Clock.Now, error);
                db.Outbox.AddRange(mail, OutboxMessage.Write(mail.Recipient, mail.Subject, body, mail.CreatedAt, kind: "account"));
                db.MailAttempts.Add(attempt);
                return mail;
            }
            return Task.FromResult(new[] { Add(false, "Guten Tag,\n\nhttps://awards.example/" + new string('x', 120)), Add(true, "geheim") }.Select(mail => mail.Id).ToList());
        });
        var template = $"/institut/{World.Slug}/mailtexte/receipt/de";
        foreach (var width in Widths)
        {
            var page = await _browser.SignedInAsync(Cast.Lead, width);
            await ShouldBeAccessibleAsync(page, list, list + "?zustand=unsicher&an=lange", list + "?zustand=gesendet", list + "?culture=en", $"{list}/{ids[1]}", $"/institut/{World.Slug}/kontomails", $"/institut/{World.Slug}/mailtexte", template, template.Replace("/de", "/en", StringComparison.Ordinal));
            await page.GotoAsync($"{list}/{ids[0]}");
            await page.ShouldBeAccessibleAsync();
            await PressAsync(page, "Als gesendet vermerken");
            (await page.Locator("[data-errors] a").CountAsync()).ShouldBe(1);
            await page.ShouldBeAccessibleAsync();
            await page.GotoAsync(template);
            await PressAsync(page, "Vorschau");
            await page.ShouldBeAccessibleAsync();
            await page.FillAsync("[name=Body]", "Guten Tag {{unbekannt}},");
            await PressAsync(page, "Speichern");
            (await page.Locator("[data-errors] a").CountAsync()).ShouldBe(1);
            await page.ShouldBeAccessibleAsync();
            await page.FillAsync("[name=Body]", $"Guten Tag {width},");
            await PressAsync(page, "Speichern");
            await page.GetByRole(AriaRole.Status).GetByText("Der Text ist").WaitForAsync();
            await page.ShouldBeAccessibleAsync();
        }
    }

    [BrowserFact]
    public async Task The_trail_is_accessible_whole_filtered_and_of_one_object()
    {
        var log = $"/institut/{World.Slug}/protokoll";
        await EachWidthAsync(log + "?von=2099-01-01");
        var entry = await _world.AdmitAsync(1);
        await EachWidthAsync(log, log + "?culture=en", log + "?vorgang=SeedLoaded&von=2020-01-01", $"{log}?typ={nameof(Application)}&id={entry.ApplicationId}", $"{log}?person={_world.Persons[Cast.Lead]}");
    }

    [BrowserFact]
    public async Task Downloads_are_accessible_empty_filled_and_in_error()
    {
        var downloads = $"/institut/{World.Slug}/downloads";
        foreach (var width in Widths)
        {
            var page = await _browser.SignedInAsync(Cast.Lead, width);
            await ShouldBeAccessibleAsync(page, downloads);
            await PressAsync(page, "Hochladen");
            (await page.Locator("[data-errors] a").CountAsync()).ShouldBeGreaterThan(0);
            await page.ShouldBeAccessibleAsync();
            await page.FillAsync("[name='Input.TitleDe']", "Merkblatt zu den Teilnahmebedingungen und Förderrichtlinien");
            await page.GetByLabel("alle, auf der öffentlichen Seite").CheckAsync();
            await page.SetInputFilesAsync("[name=Upload]", new FilePayload { Name = "Text.pdf", MimeType = "application/pdf", Buffer = "kein PDF"u8.ToArray() });
            await PressAsync(page, "Hochladen");
            (await page.Locator("[data-errors] a").CountAsync()).ShouldBe(1);
            await page.ShouldBeAccessibleAsync();
            await page.FillAsync("[name='Input.TitleDe']", "Merkblatt zu den Teilnahmebedingungen und Förderrichtlinien");
            await page.GetByLabel("alle, auf der öffentlichen Seite").CheckAsync();
            await page.SetInputFilesAsync("[name=Upload]", new FilePayload { Name = $"{new string('a', 90)}{width}.pdf", MimeType = "application/pdf", Buffer = CraftedPdf.Pages() });
            await PressAsync(page, "Hochladen");
            await page.GetByRole(AriaRole.Status).WaitForAsync();
            await page.ShouldBeAccessibleAsync();
            await ShouldBeAccessibleAsync(page, downloads + "?culture=en", $"/wettbewerbe/{World.Slug}");
            await page.GotoAsync(downloads);
            await PressAsync(page, "Entfernen „Merkblatt zu den Teilnahmebedingungen und Förderrichtlinien“");
            await page.ShouldBeAccessibleAsync();
        }
    }

    private async Task EachWidthAsync(params string[] addresses)
    {
        foreach (var width in Widths) await ShouldBeAccessibleAsync(await _browser.SignedInAsync(Cast.Lead, width), addresses);
    }

    private static async Task ShouldBeAccessibleAsync(IPage page, params string[] addresses)
    {
        foreach (var address in addresses)
        {
            var answer = await page.GotoAsync(address);
            if (!address.Contains("erfunden", StringComparison.Ordinal)) answer!.Status.ShouldBe(200, address);
            await page.ShouldBeAccessibleAsync();
        }
    }
}
