namespace PaperGraph.Sources;

/// <summary>The stable names of the formats, as they are stored beside what was read from them.</summary>
public static class SourceNames
{
    /// <summary>A Daily Papers page of huggingface.co, or a page of its search, saved as text.</summary>
    public const string DailyPapersText = "daily-papers-text";

    /// <summary>Papers as the interface of huggingface.co gives them, one day to a file or one paper alone.</summary>
    public const string HuggingFaceJson = "hf-json";

    /// <summary>A page of huggingface.co saved as HTML.</summary>
    public const string DailyPapersHtml = "daily-papers-html";

    /// <summary>An Atom feed of arXiv's API.</summary>
    public const string ArxivAtom = "arxiv-atom";

    /// <summary>Records of arXiv's OAI-PMH server.</summary>
    public const string ArxivOai = "arxiv-oai";

    /// <summary>arXiv's metadata as JSON lines.</summary>
    public const string ArxivSnapshot = "arxiv-snapshot";

    /// <summary>Works of OpenAlex.</summary>
    public const string OpenAlex = "openalex";

    /// <summary>Papers of Semantic Scholar.</summary>
    public const string SemanticScholar = "semantic-scholar";

    /// <summary>Papers of Papers with Code, and the repositories that it names for them.</summary>
    public const string PapersWithCode = "papers-with-code";

    /// <summary>Tables of results of Papers with Code.</summary>
    public const string PapersWithCodeResults = "papers-with-code-results";

    /// <summary>Methods and datasets of Papers with Code.</summary>
    public const string PapersWithCodeConcepts = "papers-with-code-concepts";

    /// <summary>Repositories that were renamed.</summary>
    public const string RepositoryRenames = "repository-renames";

    /// <summary>References as BibTeX or biblatex.</summary>
    public const string BibTex = "bibtex";

    /// <summary>References as RIS.</summary>
    public const string Ris = "ris";

    /// <summary>References as refer, which EndNote writes.</summary>
    public const string Refer = "refer";

    /// <summary>References as PubMed writes them.</summary>
    public const string Medline = "medline";

    /// <summary>Tables of papers with separators.</summary>
    public const string Csv = "csv";

    /// <summary>Items of Zotero as JSON.</summary>
    public const string Zotero = "zotero";

    /// <summary>References as CSL-JSON.</summary>
    public const string CslJson = "csl-json";

    /// <summary>Identifiers of papers that are to be fetched.</summary>
    public const string PaperIds = "paper-ids";
}
