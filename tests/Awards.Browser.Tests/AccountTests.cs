using System.Text.RegularExpressions;
using Awards.Testing;
using Awards.Web.Data;
using Awards.Web.Data.Seeding;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Awards.Browser.Tests.PageChecks;

namespace Awards.Browser.Tests;

/// <summary>Signing in and one's account in a real browser.</summary>
public sealed partial class AccountTests : IAsyncLifetime
{
    private BrowserHost _browser = null!;

    public async Task InitializeAsync()
    {
        _browser = await BrowserHost.StartAsync();
        await World.CreateAsync(_browser.Host);
    }

    public async Task DisposeAsync() => await _browser.DisposeAsync();

    [BrowserFact]
    public async Task Pages_before_signing_in_are_accessible_empty_filled_in_error_wide_and_narrow()
    {
        foreach (var width in new[] { 1280, 320 })
        {
            var page = await _browser.WindowAsync(width);
            foreach (var address in new[] { "/anmelden/link", "/anmelden/link/erfunden", "/anmelden/code", "/registrieren", "/einladung/erfunden", "/ansicht/ende", "/registrieren?culture=en" })
            {
                await page.GotoAsync(address);
                await page.ShouldBeAccessibleAsync();
            }
            await page.GotoAsync("/sprache?culture=de&returnUrl=/registrieren");
            await PressAsync(page, "Registrieren");
            (await page.Locator("[data-errors] a").CountAsync()).ShouldBe(3);
            await page.ShouldBeAccessibleAsync();
            await page.FillAsync("[name='Input.Mail']", "jemand@gmail.com");
            await page.FillAsync("[name='Input.Name']", "Ansprechperson");
            await page.FillAsync("[name='Input.Municipality']", "muster");
            await PressAsync(page, "Registrieren");
            await page.GetByLabel("Sie steht nicht in dieser Liste.").CheckAsync();
            await page.ShouldBeAccessibleAsync();
            await PressAsync(page, "Registrieren");
            await page.GetByText("Nur wenn Ihre Kommune nicht in der Liste steht").WaitForAsync();
            await page.ShouldBeAccessibleAsync();

            await page.GotoAsync("/anmelden");
            await page.FillAsync("[name='Input.Mail']", Cast.Lead);
            await page.FillAsync("[name='Input.Password']", "falsch");
            await page.Keyboard.PressAsync("Enter");
            await page.Locator("[data-errors]").WaitForAsync();
            await page.ShouldBeAccessibleAsync();

            await page.GotoAsync("/anmelden/link");
            await PressAsync(page, "Link anfordern");
            await page.ShouldBeAccessibleAsync();
            await page.FillAsync("[name=Mail]", Cast.Stranger);
            await PressAsync(page, "Link anfordern");
            await page.ShouldBeAccessibleAsync();
            await page.GotoAsync(await LinkAsync(Cast.Stranger));
            await page.ShouldBeAccessibleAsync();
            await PressAsync(page, "Anmelden");
            await page.WaitForURLAsync(_browser.Url + "/");
        }
    }

    [BrowserFact]
    public async Task Account_and_office_pages_are_accessible_empty_filled_in_error_wide_and_narrow()
    {
        foreach (var width in new[] { 1280, 320 })
        {
            var page = await _browser.SignedInAsync(Cast.Lead, width);
            foreach (var address in new[] { "/konto", "/konto/passwort", "/konto/zweiter-faktor", "/konto/passkeys", "/konto/sitzungen", "/konto/bestaetigen", "/abmelden",
                $"/institut/{World.Slug}/personen", $"/institut/{World.Slug}/rechte", $"/institut/{World.Slug}/ansicht", $"/institut/{World.Slug}/personen?culture=en" })
            {
                await page.GotoAsync(address);
                await page.ShouldBeAccessibleAsync();
            }
            await page.GotoAsync("/konto/passwort");
            await page.FillAsync("[name=NewPassword]", "kurz");
            await PressAsync(page, "Passwort speichern");
            await page.ShouldBeAccessibleAsync();
            await page.GotoAsync("/konto");
            await page.FillAsync("[name=DisplayName]", "");
            await PressAsync(page, "Namen speichern");
            await page.ShouldBeAccessibleAsync();
            await page.GotoAsync("/konto/zweiter-faktor");
            await page.FillAsync("[name=Code]", "000000x");
            await PressAsync(page, "Einrichten");
            await page.ShouldBeAccessibleAsync();
            await page.GotoAsync("/konto/bestaetigen");
            await PressAsync(page, "Bestätigen");
            await page.ShouldBeAccessibleAsync();

            await page.GotoAsync($"/institut/{World.Slug}/personen");
            await PressAsync(page, "Einladen");
            (await page.Locator("[data-errors] a").CountAsync()).ShouldBe(2);
            await page.ShouldBeAccessibleAsync();
            var mail = $"neu{width}@institut.example";
            await page.FillAsync("[name=Mail]", mail);
            await page.FillAsync("[name=Name]", "Neues Mitglied");
            await page.GetByLabel("Juryvorsitz").CheckAsync();
            await PressAsync(page, "Einladen");
            await page.ShouldBeAccessibleAsync();

            var guest = await _browser.WindowAsync(width);
            await guest.GotoAsync(await LinkAsync(mail));
            await guest.ShouldBeAccessibleAsync();
            await guest.FillAsync("[name=Password]", "123456123456");
            await PressAsync(guest, "Konto einrichten und anmelden");
            await guest.ShouldBeAccessibleAsync();

            await page.GotoAsync($"/institut/{World.Slug}/ansicht");
            await PressAsync(page, "Ansehen");
            await page.ShouldBeAccessibleAsync();
            await page.GetByLabel("Vorprüfung").CheckAsync();
            await PressAsync(page, "Ansehen");
            await page.GetByText("Muster, nur zum Lesen").WaitForAsync();
            await page.ShouldBeAccessibleAsync();
            await PressAsync(page, "Ansicht beenden", inMain: false);
            await page.WaitForURLAsync("**/institut");
        }
    }

    [BrowserFact]
    public async Task A_passkey_is_added_signs_in_proves_again_and_is_removed()
    {
        var page = await _browser.SignedInAsync(Cast.ClerkOne);
        var device = await page.Context.NewCDPSessionAsync(page);
        await device.SendAsync("WebAuthn.enable");
        var authenticator = (await device.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        }))!.Value.GetProperty("authenticatorId").GetString()!;

        await page.GotoAsync("/konto/passkeys");
        await PressAsync(page, "Passkey einrichten");
        (await page.InnerTextAsync("[data-errors]")).ShouldContain("Namen");
        await page.ShouldBeAccessibleAsync();
        (await device.SendAsync("WebAuthn.getCredentials", new Dictionary<string, object> { ["authenticatorId"] = authenticator }))!.Value.GetProperty("credentials").GetArrayLength().ShouldBe(0, "made before the name was there");
        await page.FillAsync("[name=Name]", "Dienstrechner <b>");
        await ClickAsync(page, "Passkey einrichten");
        await page.GetByText("Der Passkey ist eingerichtet.").WaitForAsync();
        (await page.InnerTextAsync("main tbody th")).ShouldBe("Dienstrechner <b>");
        await page.ShouldBeAccessibleAsync();

        await PressAsync(page, "Abmelden (clerk1)", inMain: false);
        await page.GotoAsync("/anmelden?zurueck=%2Fkonto%2Fsitzungen");
        await ClickAsync(page, "Mit Passkey anmelden");
        await page.WaitForURLAsync("**/konto/sitzungen");
        (await page.InnerTextAsync("main tbody")).ShouldContain("Passkey");
        (await _browser.Host.DbAsync(db => db.Sessions.SingleAsync(session => session.EndedAt == null))).Strong.ShouldBeTrue();

        _browser.Host.Clock.Now += TimeSpan.FromMinutes(16);
        await page.GotoAsync("/konto/passkeys");
        await page.WaitForURLAsync("**/konto/bestaetigen?*");
        await page.ShouldBeAccessibleAsync();
        await ClickAsync(page, "Mit Passkey bestätigen");
        await page.WaitForURLAsync("**/konto/passkeys");

        // A device that does not check its owner is no proof.
        await device.SendAsync("WebAuthn.setUserVerified", new Dictionary<string, object> { ["authenticatorId"] = authenticator, ["isUserVerified"] = false });
        await page.GotoAsync("/konto/bestaetigen");
        await ClickAsync(page, "Mit Passkey bestätigen");
        await page.GetByText("Das hat mit dem Passkey nicht geklappt").WaitForAsync();

        await page.GotoAsync("/konto/passkeys");
        await page.ClickAsync("main tbody button");
        await page.GetByText("Noch ist kein Passkey eingerichtet.").WaitForAsync();
        (await _browser.Host.DbAsync(db => db.UserPasskeys.CountAsync())).ShouldBe(0);
        (await _browser.Host.DbAsync(db => db.Outbox.CountAsync(mail => mail.Recipient == Cast.ClerkOne))).ShouldBe(2);
        (await _browser.Host.CheckAsync()).ShouldBeEmpty();
    }

    [BrowserFact]
    public async Task The_second_factor_is_set_up_and_asked_for_with_the_keyboard_alone()
    {
        var page = await _browser.SignedInAsync(Cast.ClerkOne, 320);
        await page.GotoAsync("/konto/zweiter-faktor");
        (await page.EvaluateAsync<int>("document.querySelector('main img').naturalWidth")).ShouldBeGreaterThan(100, "the picture is not shown");
        var key = (await page.InnerTextAsync("main p code")).Replace(" ", "", StringComparison.Ordinal);
        await page.FocusAsync("[name=Code]");
        await page.Keyboard.TypeAsync(OneTimeCode.At(key, -1));
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("ul.recovery-codes li").First.WaitForAsync();
        (await page.Locator("ul.recovery-codes li").CountAsync()).ShouldBe(10);
        await page.ShouldBeAccessibleAsync();
        await page.GotoAsync("/konto/zweiter-faktor");
        await page.ShouldBeAccessibleAsync();

        var other = await _browser.WindowAsync();
        await other.GotoAsync("/anmelden");
        await other.FocusAsync("[name='Input.Mail']");
        await other.Keyboard.TypeAsync(Cast.ClerkOne);
        await other.Keyboard.PressAsync("Tab");
        await other.Keyboard.TypeAsync(DemoAccounts.Password);
        await other.Keyboard.PressAsync("Enter");
        await other.WaitForURLAsync("**/anmelden/code");
        await other.ShouldBeAccessibleAsync();
        await other.FocusAsync("[name=Code]");
        await other.Keyboard.TypeAsync("falsch");
        await other.Keyboard.PressAsync("Enter");
        await other.Locator("[data-errors]").WaitForAsync();
        await other.ShouldBeAccessibleAsync();
        await other.FocusAsync("[name=Code]");
        await other.Keyboard.PressAsync("Control+A");
        await other.Keyboard.TypeAsync(OneTimeCode.At(key));
        await other.Keyboard.PressAsync("Enter");
        await other.WaitForURLAsync("**/kommune");
    }

    [BrowserFact]
    public async Task From_the_registration_to_the_first_application()
    {
        var page = await _browser.WindowAsync(320);
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link, new() { Name = "Anmelden" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Als Kommune registrieren" }).ClickAsync();
        await page.FillAsync("[name='Input.Mail']", "amt@musterstadt.example");
        await page.FillAsync("[name='Input.Name']", "Ansprechperson");
        await page.FillAsync("[name='Input.Municipality']", "Musterstadt 5");
        await PressAsync(page, "Registrieren");
        await page.GetByText("Bitte sehen Sie in Ihr Postfach").WaitForAsync();
        await page.ShouldBeAccessibleAsync();
        await page.GotoAsync(await LinkAsync("amt@musterstadt.example"));
        await page.ShouldBeAccessibleAsync();
        await page.FillAsync("[name=Password]", "drei kleine Igel");
        await PressAsync(page, "Konto einrichten und anmelden");
        await page.WaitForURLAsync("**/konto");
        await page.ShouldBeAccessibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Meine Bewerbungen" }).ClickAsync();
        await page.GotoAsync($"/kommune/{World.Slug}/beginnen");
        await PressAsync(page, "Bewerbung beginnen");
        await page.WaitForURLAsync("**/kommune/bewerbungen/*");
        (await page.InnerTextAsync("main")).ShouldContain("Musterstadt 5");
    }

    private async Task<string> LinkAsync(string recipient)
    {
        var body = await _browser.Host.DbAsync(db => db.Outbox.Where(mail => mail.Recipient == recipient).OrderByDescending(mail => mail.Id).Select(mail => mail.Body).FirstAsync());
        return new Uri(Link().Match(body).Value).PathAndQuery;
    }

    [GeneratedRegex(@"https?://\S+")]
    private static partial Regex Link();
}
