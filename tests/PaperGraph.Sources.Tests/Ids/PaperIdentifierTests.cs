namespace PaperGraph.Sources.Ids;

public sealed class PaperIdentifierTests
{
    [Theory]
    [InlineData("1706.03762v5", PaperIdKind.Arxiv, "1706.03762")]
    [InlineData("https://alphaxiv.org/abs/2307.09288", PaperIdKind.Arxiv, "2307.09288")]
    [InlineData("10.48550/ARXIV.1706.03762", PaperIdKind.Arxiv, "1706.03762")]
    [InlineData("DOI: 10.1109/CVPR.2016.90", PaperIdKind.Doi, "10.1109/cvpr.2016.90")]
    [InlineData("(10.1000/xyz123).", PaperIdKind.Doi, "10.1000/xyz123")]
    [InlineData("10.1016/S0370-2693(96)01409-8", PaperIdKind.Doi, "10.1016/s0370-2693(96)01409-8")]
    [InlineData(
        "10.1002/(SICI)1097-4571(199806)49:8%3C693::AID-ASI4%3E3.0.CO;2-O", PaperIdKind.Doi,
        "10.1002/(sici)1097-4571(199806)49:8<693::aid-asi4>3.0.co;2-o")]
    [InlineData("https://openalex.org/works/W2741809807", PaperIdKind.OpenAlex, "W2741809807")]
    [InlineData("https://openalex.org/W2741809807?ref=mail", PaperIdKind.OpenAlex, "W2741809807")]
    [InlineData("w2741809807", PaperIdKind.OpenAlex, "W2741809807")]
    [InlineData("CorpusID:215416146", PaperIdKind.SemanticScholar, "CorpusId:215416146")]
    [InlineData(
        "https://www.semanticscholar.org/paper/A-Title/649DEF34f8be52c8b66281af98ae884c09aef38b", PaperIdKind.SemanticScholar,
        "649def34f8be52c8b66281af98ae884c09aef38b")]
    [InlineData("[2307.09288]", PaperIdKind.Arxiv, "2307.09288")]
    [InlineData("<https://arxiv.org/abs/2307.09288>,", PaperIdKind.Arxiv, "2307.09288")]
    [InlineData("\"10.1109/CVPR.2016.90\"", PaperIdKind.Doi, "10.1109/cvpr.2016.90")]
    [InlineData("W2741809807.", PaperIdKind.OpenAlex, "W2741809807")]
    [InlineData("PMID: 29456894", PaperIdKind.SemanticScholar, "PMID:29456894")]
    [InlineData("https://pubmed.ncbi.nlm.nih.gov/29456894/", PaperIdKind.SemanticScholar, "PMID:29456894")]
    [InlineData("PMC5815332", PaperIdKind.SemanticScholar, "PMCID:5815332")]
    [InlineData("https://aclanthology.org/2020.acl-main.1.pdf", PaperIdKind.SemanticScholar, "ACL:2020.acl-main.1")]
    public void An_identifier_is_read_as_it_is_pasted(string text, PaperIdKind kind, string id) =>
        PaperIdentifier.Parse(text).ShouldBe(new PaperIdentifier(kind, id));

    [Theory]
    [InlineData("0704.1")]
    [InlineData("1413.0001")]
    [InlineData("1501.0001")]
    [InlineData("9901001")]
    [InlineData("10.1234")]
    [InlineData("W12")]
    [InlineData("29456894")]
    [InlineData("conf/nips/VaswaniSPUJGKP17")]
    [InlineData("not a doi")]
    [InlineData("https://www.nature.com/articles/nature14539")]
    [InlineData("")]
    public void What_is_none_is_none(string text) => PaperIdentifier.Parse(text).ShouldBeNull();
}
