using PaperGraph.Model;

namespace PaperGraph.GeneratedGraph;

/// <summary>Names that no two things of a kind share: a thing's number says what it is called.</summary>
internal static class GeneratedNames
{
    private static readonly string[] Coined = [.. GeneratedWords.Invented(seed: 2).Take(4_000).Select(GeneratedWords.Capitalized)];

    private static readonly string[] Attributes =
        ["Sparse", "Adaptive", "Causal", "Latent", "Hierarchical", "Contrastive", "Federated", "Neural", "Spectral", "Recurrent", "Masked"];

    private static readonly Dictionary<ConceptKind, string[]> Heads = new Dictionary<ConceptKind, string[]>
    {
        [ConceptKind.Method] = ["Routing", "Distillation", "Pooling"],
        [ConceptKind.Task] = ["Segmentation", "Retrieval", "Parsing"],
        [ConceptKind.Dataset] = ["Corpus", "Bench"],
        [ConceptKind.Model] = ["Transformer", "Encoder"],
        [ConceptKind.Metric] = ["Score", "Distance"],
        [ConceptKind.Other] = ["Setting", "Theory"],
    };

    private static readonly ConceptKind[] Kinds = Enum.GetValues<ConceptKind>();

    private static readonly string[] Accounts = ["Lab", "University", "Institute", "AI", "Research"];

    public static ConceptKind ConceptKindOf(int concept) => Kinds[concept * 7 % 11 % Kinds.Length];

    public static string Concept(int concept)
    {
        var heads = Heads[ConceptKindOf(concept)];
        var coined = Coined[concept % Coined.Length];
        var round = concept / Coined.Length;
        if (round == 0) return concept % 3 == 0 ? coined : $"{coined} {heads[concept % heads.Length]}";
        var attribute = Attributes[(round - 1) % Attributes.Length];
        return round <= Attributes.Length
            ? $"{attribute} {coined} {heads[concept % heads.Length]}"
            : $"{attribute} {coined} {Coined[round]} {heads[concept % heads.Length]}";
    }

    public static string Paper(int paper) => $"{Coined[paper % Coined.Length]}{Coined[paper / Coined.Length]}";

    public static string Author(int author)
    {
        var first = Coined[author * 31L % 1_500];
        return $"{first} {Coined[1_500 + author / 1_500]}";
    }

    /// <summary>Every third author is told from others by an id; the rest by their names.</summary>
    public static string? OpenAlexIdOfAuthor(int author) => author % 3 == 0 ? $"A{author + 1}" : null;

    public static string Organization(int organization) =>
        $"{Numbered(organization)} {Accounts[organization % Accounts.Length]}";

    /// <summary>Owner and name. Several repositories have one owner.</summary>
    public static (string Owner, string Name) Repository(int repository) =>
        (Slug.Create(Numbered(repository / 4)), Slug.Create($"{Coined[repository % Coined.Length]} {repository}"));

    public static string Topic(int topic) => $"{Attributes[topic % Attributes.Length]} {Coined[topic]} Studies";

    /// <summary>The topic at the top that it is, or is below of.</summary>
    public static int RootOfTopic(int topic) => topic % GraphSize.RootTopics;

    private static string Numbered(int number) =>
        number < Coined.Length ? Coined[number] : $"{Coined[number % Coined.Length]} {Coined[number / Coined.Length]}";
}
