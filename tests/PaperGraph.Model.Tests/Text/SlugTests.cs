namespace PaperGraph.Model.Tests.Text;

public sealed class SlugTests
{
    [Theory]
    [InlineData("Attention Is All You Need", "attention-is-all-you-need")]
    [InlineData("  -- BERT: Pre-training -- ", "bert-pre-training")]
    [InlineData("Let's Verify Step by Step", "lets-verify-step-by-step")]
    [InlineData("José Ángel", "jose-angel")]
    [InlineData("Jose\u0301 Angel", "jose-angel")]
    [InlineData("Fréchet Inception Distance", "frechet-inception-distance")]
    [InlineData("Σ-Mem", "sigma-mem")]
    [InlineData("$\\Sigma$-Mem", "sigma-mem")]
    [InlineData("π₀.₅ and μLO", "pi0-5-and-mulo")]
    [InlineData("λόγος", "λογοσ")]
    [InlineData("Ω", "omega")]
    [InlineData("Polyak-{\\L}ojasiewicz", "polyak-lojasiewicz")]
    [InlineData("C++", "cplusplus")]
    [InlineData("深度学习", "深度学习")]
    public void A_slug_is_the_words_of_a_text(string text, string slug) => Slug.Create(text).ShouldBe(slug);

    [Fact]
    public void A_long_text_is_cut_between_words() =>
        Slug.Create(string.Concat(Enumerable.Repeat("word ", 100))).ShouldBe(string.Join('-', Enumerable.Repeat("word", 16)));

    [Fact]
    public void A_text_without_words_has_a_slug_of_its_own()
    {
        Slug.Create("?!").ShouldMatch("^[0-9a-f]{12}$");
        Slug.Create("?!").ShouldNotBe(Slug.Create("!?"));
    }

    [Fact]
    public void A_slug_that_is_taken_gains_a_hash_of_what_it_stands_for()
    {
        var forms = Slug.Forms("bert", "title:bert").ToList();

        forms[0].ShouldBe("bert");
        forms[1].ShouldMatch("^bert-[0-9a-f]{6}$");
        forms[1].ShouldNotBe(Slug.Forms("bert", "title:bert!").ElementAt(1));
        forms.ShouldBeUnique();
    }

    [Theory]
    [InlineData("Yann LeCun", "yann lecun")]
    [InlineData("LeCun,  Y.", "lecun y")]
    [InlineData("Hervé Jégou", "herve jegou")]
    [InlineData("O’Brien", "obrien")]
    [InlineData("O'Brien", "obrien")]
    [InlineData("Łukasz Żak", "lukasz zak")]
    [InlineData("{\\L}ukasz {\\.Z}ak", "lukasz zak")]
    [InlineData("Paul Erd\\H{o}s", "paul erdos")]
    [InlineData("…", "…")]
    public void Names_of_people_are_compared_by_their_words(string name, string key) => NameKey.Create(name).ShouldBe(key);
}
