namespace PaperGraph.Model.Tests.Text;

public sealed class TitleKeyTests
{
    [Theory]
    [InlineData("Attention Is All You Need", "attentionisallyouneed")]
    [InlineData("attention is  all\nyou need.", "attentionisallyouneed")]
    [InlineData("GPT-4 : a $\\textbf{Report}$", "gpt4areport")]
    [InlineData("β-VAE", "βvae")]
    [InlineData("$\\beta$-VAE", "βvae")]
    [InlineData("$\\varepsilon$-Greedy and ϵ-greedy", "εgreedyandεgreedy")]
    [InlineData("Schrödinger Bridges", "schrodingerbridges")]
    [InlineData("Schro\u0308dinger Bridges", "schrodingerbridges")]
    [InlineData("Schr\\\"odinger Bridges", "schrodingerbridges")]
    [InlineData("R²-Net, ﬁne-tuned with 𝐀", "r2netfinetunedwitha")]
    [InlineData("100\\% Better", "100better")]
    [InlineData("The {\\L}ojasiewicz Condition", "thelojasiewiczcondition")]
    [InlineData("The Łojasiewicz Condition", "thelojasiewiczcondition")]
    [InlineData("$\\ell_1$ and ℓ₁ and L1", "l1andl1andl1")]
    [InlineData("Sm{\\o}rg{\\aa}s, \\O{}re, Smørgås", "smorgasoresmorgas")]
    [InlineData("{\\AE}ther, Æther, \\oe uvre, Œuvre", "aetheraetheroeuvreoeuvre")]
    [InlineData("Gau{\\ss} and Gauß and GAUẞ", "gaussandgaussandgauss")]
    [InlineData("\\TH{}or, Þor, {\\DJ}uro, Đuro, \\'{\\i}, ı", "thorthorduroduroii")]
    [InlineData("$\\hbar$ and ℏ and ħ", "handhandh")]
    [InlineData("Erd\\H{o}s, Q&amp;A and caf&eacute;", "erdosqaandcafe")]
    [InlineData("λόγος and ΛΟΓΟΣ", "λογοσandλογοσ")]
    [InlineData("深度学习", "深度学习")]
    [InlineData("한국어", "한국어")]
    [InlineData("?!", "?!")]
    public void Titles_are_compared_by_their_letters_and_digits(string title, string key) => TitleKey.Create(title).ShouldBe(key);

    [Fact]
    public void Long_titles_have_short_keys_that_still_tell_them_apart()
    {
        var title = new string('a', 100_000);

        TitleKey.Create(title).Length.ShouldBe(500);
        TitleKey.Create(title + "b").ShouldNotBe(TitleKey.Create(title));
        TitleKey.Create(string.Concat(Enumerable.Repeat("🜁", 1000))).Length.ShouldBeInRange(499, 500);
    }

    [Fact]
    public void A_lone_surrogate_does_not_stop_a_title() => TitleKey.Create("a\ud800b").ShouldBe("ab");
}
