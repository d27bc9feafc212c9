using Awards.Domain.Accounts;

namespace Awards.Domain.Tests.Accounts;

public sealed class PasswordRulesTests
{
    private static readonly HashSet<string> Known = ["passwort", "123456", "qwertzuiop", "iloveyouforever"];

    [Theory]
    [InlineData("elf zeichen", "password.short")]
    [InlineData("", "password.short")]
    [InlineData("iloveyouforever", "password.known")]
    [InlineData("ILoveYouForever", "password.known")]
    [InlineData("Passwort123456", "password.known")]
    [InlineData("123456qwertzuiop", "password.known")]
    [InlineData("Amt@Musterstadt.example", "password.simple")]
    [InlineData("aaaaaaaaaaaa", "password.simple")]
    [InlineData("abababababab", "password.simple")]
    [InlineData("            ", "password.simple")]
    public void What_everybody_tries_is_refused(string password, string code) => PasswordRules.RefusalOf(password, Known, "amt@musterstadt.example")!.Code.ShouldBe(code);

    [Theory]
    [InlineData("drei kleine Igel")]
    [InlineData("zwölf Zeichen")]
    [InlineData("passwort1234567")]
    [InlineData("abcabcabcabcd")]
    public void Length_is_enough_without_rules_of_composition(string password) => PasswordRules.RefusalOf(password, Known, "amt@musterstadt.example").ShouldBeNull();

    [Fact]
    public void Two_hundred_characters_are_the_most()
    {
        var long_ = string.Concat(Enumerable.Repeat("abcd", 50));
        PasswordRules.RefusalOf(long_, Known, "").ShouldBeNull();
        var refusal = PasswordRules.RefusalOf(long_ + "e", Known, "")!;
        (refusal.Code, refusal.ToString()).ShouldBe(("password.long", "Bitte nehmen Sie höchstens 200 Zeichen."));
    }

    [Fact]
    public void A_repeated_character_is_no_password_even_where_no_address_is_known() => PasswordRules.RefusalOf("aaaaaaaaaaaa", Known, "")!.Code.ShouldBe("password.simple");
}
