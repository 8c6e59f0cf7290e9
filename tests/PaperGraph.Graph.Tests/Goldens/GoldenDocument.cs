using PaperGraph.GraphQL.Language;

namespace PaperGraph.Graph.Tests.Goldens;

/// <summary>A document of the folder <c>Documents</c>, whose operations are executed in their order.</summary>
internal sealed class GoldenDocument
{
    private static readonly string Folder =
        RepositoryRoot.Combine("tests", "PaperGraph.Graph.Tests", "Goldens", "Documents");

    /// <summary>Fields with the sentences of others' texts, which are not to be copied into snapshots.</summary>
    private static readonly string[] Texts = ["abstract", "quote", "fragment"];

    private GoldenDocument(string name)
    {
        Name = name;
        Text = File.ReadAllText(Path.Combine(Folder, name + ".graphql"));
        Syntax = Parser.Parse(new SourceText(Text));
        var fields = new FieldFinder();
        fields.Visit(Syntax);
        HasTexts = fields.Names.Intersect(Texts).Any();
    }

    public static IReadOnlyList<string> Names { get; } =
    [
        .. Directory.EnumerateFiles(Folder, "*.graphql").Select(file => Path.GetFileNameWithoutExtension(file))
            .Order(StringComparer.Ordinal),
    ];

    public string Name { get; }

    public string Text { get; }

    public DocumentNode Syntax { get; }

    /// <summary>Whether it selects sentences of the papers: it is asked of the sample alone then, which is the project's own.</summary>
    public bool HasTexts { get; }

    public IEnumerable<string> Operations =>
        Syntax.Definitions.OfType<OperationDefinitionNode>().Select(operation => operation.Name!.Value.Value);

    public static GoldenDocument Read(string name) => new(name);

    private sealed class FieldFinder : Visitor
    {
        public HashSet<string> Names { get; } = [];

        public override void Enter(FieldNode node) => Names.Add(node.Name.Value);
    }
}
