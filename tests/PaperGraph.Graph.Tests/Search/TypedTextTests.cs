using PaperGraph.Graph.Search;
using PaperGraph.Model;

namespace PaperGraph.Graph.Tests.Search;

public sealed class TypedTextTests
{
    [Theory]
    [InlineData("2402.03300")]
    [InlineData(" arXiv:2402.03300v2 ")]
    [InlineData("arxiv 2402.03300")]
    [InlineData("[2402.03300] Some Title: of a Page")]
    [InlineData("arXiv preprint arXiv:2402.03300")]
    [InlineData("2402.03300.")]
    [InlineData("(arXiv:2402.03300v2),")]
    [InlineData("\u201C2402.03300\u201D")]
    [InlineData("<https://arxiv.org/abs/2402.03300>")]
    [InlineData("https://arxiv.org/abs/2402.03300?context=cs")]
    [InlineData("arxiv.org/pdf/2402.03300v3.pdf")]
    [InlineData("https://huggingface.co/papers/2402.03300#community")]
    [InlineData("huggingface.co/papers/2402.03300")]
    [InlineData("https://doi.org/10.48550/arXiv.2402.03300")]
    [InlineData("10.48550/ARXIV.2402.03300")]
    public void Ids_of_arXiv_and_what_leads_to_them_are_papers(string text)
    {
        var typed = TypedText.Parse(text);

        typed.ArxivKey.ShouldBe("2402.03300");
        typed.Name.ShouldBeEmpty();
        typed.CanBeTitle.ShouldBeFalse();
        typed.Words.Query.ShouldBe("'2402.03300'");
    }

    [Theory]
    [InlineData("10.1145/3442188.3445922")]
    [InlineData("doi:10.1145/3442188.3445922")]
    [InlineData("https://dx.doi.org/10.1145/3442188.3445922?ref=x")]
    [InlineData("(10.1145/3442188.3445922).")]
    public void Other_identifiers_are_papers_too(string text) => TypedText.Parse(text).Doi.ShouldBe("10.1145/3442188.3445922");

    [Theory]
    [InlineData("PMID: 29456894", "PMID 29456894")]
    [InlineData("https://pubmed.ncbi.nlm.nih.gov/29456894/", "PMID 29456894")]
    [InlineData("(PMC5815332).", "PMCID PMC5815332")]
    [InlineData("https://aclanthology.org/2020.acl-main.1.pdf", "ACL 2020.acl-main.1")]
    [InlineData("P19-1001", "ACL P19-1001")]
    [InlineData("DBLP:conf/nips/VaswaniSPUJGKP17", "DBLP conf/nips/VaswaniSPUJGKP17")]
    [InlineData("https://dblp.org/rec/conf/nips/VaswaniSPUJGKP17.html?view=bibtex", "DBLP conf/nips/VaswaniSPUJGKP17")]
    [InlineData("MAG:2741809807", "MAG 2741809807")]
    [InlineData("29456894", null)]
    [InlineData("some-lab/code", null)]
    public void Ids_in_catalogues_are_papers_where_they_say_which_catalogue(string text, string? expected)
    {
        var typed = TypedText.Parse(text);

        (typed.CatalogueId is { } id ? $"{EnumName.For(id.Kind)} {id.Id}" : null).ShouldBe(expected);
        typed.IsPaper.ShouldBe(expected is not null);
    }

    [Theory]
    [InlineData("W2741809807", "OPEN_ALEX W2741809807")]
    [InlineData("https://openalex.org/w2741809807", "OPEN_ALEX W2741809807")]
    [InlineData("(https://api.openalex.org/works/W2741809807?select=id).", "OPEN_ALEX W2741809807")]
    [InlineData("204E3073870FAE3D05BCBC2F6A8E263D9B72E776", "SEMANTIC_SCHOLAR 204e3073870fae3d05bcbc2f6a8e263d9b72e776")]
    [InlineData(
        "https://www.semanticscholar.org/paper/Attention-is-All-you-Need-Vaswani/204e3073870fae3d05bcbc2f6a8e263d9b72e776#citing",
        "SEMANTIC_SCHOLAR 204e3073870fae3d05bcbc2f6a8e263d9b72e776")]
    [InlineData("CorpusId: 13756489", "SEMANTIC_SCHOLAR corpusid:13756489")]
    [InlineData("https://api.semanticscholar.org/CorpusID:13756489", "SEMANTIC_SCHOLAR corpusid:13756489")]
    [InlineData("W3C", null)]
    [InlineData("W12", null)]
    [InlineData("204e3073870fae3d05bcbc2f6a8e263d9b72e77", null)]
    [InlineData("https://openalex.org/A2741809807", null)]
    public void Ids_of_OpenAlex_and_Semantic_Scholar_are_papers(string text, string? expected)
    {
        var typed = TypedText.Parse(text);

        (typed.Record is { } record ? $"{EnumName.For(record.Kind)} {record.Key}" : null).ShouldBe(expected);
        typed.IsPaper.ShouldBe(expected is not null);
    }

    [Theory]
    [InlineData("https://github.com/Some-Lab/Code")]
    [InlineData("github.com/some-lab/code?tab=readme-ov-file")]
    [InlineData("git@github.com:some-lab/code.git")]
    [InlineData("(https://github.com/Some-Lab/Code).")]
    [InlineData("https://www.github.com/some-lab/code/tree/main/docs#usage")]
    public void Addresses_of_repositories_are_these(string text)
    {
        var typed = TypedText.Parse(text);

        typed.RepositoryKey.ShouldBe("github.com/some-lab/code");
        typed.Words.Query.ShouldBe("('some-lab/code' | 'somelab/code')", StringCompareShould.IgnoreCase);
    }

    [Theory]
    [InlineData("some-lab/code", true)]
    [InlineData(" Some-Lab/Code.js ", true)]
    [InlineData("group/sub/code", true)]
    [InlineData("code", false)]
    [InlineData("training / inference", false)]
    [InlineData("some-lab/code -old", false)]
    [InlineData("/code", false)]
    [InlineData("-some-lab/code", false)]
    [InlineData("https://github.com/some-lab/code", false)]
    public void An_owner_and_a_name_may_be_a_repository(string text, bool isOne) =>
        TypedText.Parse(text).RepositoryName.ShouldBe(isOne ? text.Trim() : null);

    [Theory]
    [InlineData("some-lab/code", "some-lab/code", true)]
    [InlineData("mamba", "mamba", true)]
    [InlineData("mamba -vision", "mamba", false)]
    [InlineData("mamba OR jamba", "", true)]
    [InlineData("title:mamba", "", true)]
    [InlineData("\U0001F917 transformers", "transformers", true)]
    [InlineData("-mamba", "", false)]
    [InlineData("[sic] a title", "[sic] a title", true)]
    [InlineData("\"", "", false)]
    public void All_else_is_words(string text, string name, bool canBeTitle)
    {
        var typed = TypedText.Parse(text);

        (typed.ArxivKey, typed.Doi, typed.RepositoryKey).ShouldBe((null, null, null));
        typed.Name.ShouldBe(name);
        typed.CanBeTitle.ShouldBe(canBeTitle);
    }
}
