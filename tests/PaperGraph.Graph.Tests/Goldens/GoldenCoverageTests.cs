using PaperGraph.GraphQL.Language;
using PaperGraph.GraphQL.Types;

namespace PaperGraph.Graph.Tests.Goldens;

/// <summary>Nothing that searches, groups, trends, analyses and paths may be asked for or tell is missing in the documents.</summary>
public sealed class GoldenCoverageTests
{
    private static readonly Schema Schema = PaperGraphSchema.Build();

    private static readonly string[] Fields =
    [
        "Query.search", "Query.suggest", "Query.paperGroups", "Query.trending", "Query.coverage", "Query.imports",
        "Concept.related", "Concept.timeline", "Topic.timeline", "Repository.concepts", "Author.coauthors",
        "Organization.concepts", "Organization.collaborators", "Organization.timeline",
        "Query.paths", "Query.neighborhood", "Query.connections",
        .. new[] { "Paper", "Organization", "Repository", "Author" }.Select(type => $"{type}.related"),
        "Query.analysis", "Query.community", "Query.communities", "Community.concepts", "Community.organizations", "Community.connectedTo",
        "Community.paperCount", "Community.conceptCount", "Community.topicCount", "Community.organizationCount",
        "Community.repositoryCount", "Community.authorCount", "Community.analysis",
        .. new[] { "Paper", "Concept", "Topic", "Organization", "Repository", "Author" }
            .SelectMany(type => new[] { $"{type}.rank", $"{type}.degree", $"{type}.community" }),
    ];

    [Fact]
    public void Every_field_argument_and_value_occurs_in_a_document()
    {
        var asked = new Occurrences(Schema);
        foreach (var name in GoldenDocument.Names) asked.Add(GoldenDocument.Read(name).Syntax);
        var offered = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var (type, field) in Fields.Select(name => name.Split('.')).Select(words => (words[0], words[1])))
            AddField(offered, (ObjectType)Schema.Types.Find(type)!, field);

        offered.Except(asked.All).ShouldBeEmpty();
    }

    private static void AddField(SortedSet<string> offered, ObjectType type, string name)
    {
        var field = type.Fields.Find(name)!;
        if (!offered.Add($"{type.Name}.{name}")) return;
        foreach (var argument in field.Arguments)
        {
            offered.Add($"{type.Name}.{name}({argument.Name}:)");
            AddInput(offered, argument.Type.Named);
        }
        // What a node has beside these fields is told by other tests.
        if (field.Type.Named is not ObjectType inner || (inner.Interfaces.Contains("Node") && inner.Name != "Import")) return;
        foreach (var below in inner.Fields) AddField(offered, inner, below.Name);
    }

    private static void AddInput(SortedSet<string> offered, GraphQLType type)
    {
        if (type is EnumType values) offered.UnionWith(values.Values.Select(value => $"{type.Named.Name}.{value.Name}"));
        if (type is not InputObjectType input) return;
        foreach (var field in input.Fields)
            if (offered.Add($"{input.Name}.{field.Name}")) AddInput(offered, field.Type.Named);
    }

    /// <summary>The fields, arguments, fields of input objects and values of enums that documents write down.</summary>
    private sealed class Occurrences(Schema schema)
    {
        private Dictionary<string, FragmentDefinitionNode> fragments = [];

        public HashSet<string> All { get; } = [];

        public void Add(DocumentNode document)
        {
            fragments = document.Definitions.OfType<FragmentDefinitionNode>().ToDictionary(fragment => fragment.Name.Value);
            foreach (var operation in document.Definitions.OfType<OperationDefinitionNode>())
                Add(operation.SelectionSet, schema.QueryType!);
        }

        private void Add(SelectionSetNode? selections, GraphQLType type)
        {
            foreach (var selection in selections?.Selections ?? [])
            {
                switch (selection)
                {
                    case FieldNode node:
                        Add(node, type);
                        break;
                    case FragmentSpreadNode spread:
                        var fragment = fragments[spread.Name.Value];
                        Add(fragment.SelectionSet, schema.Types.Find(fragment.TypeCondition.Name.Value)!);
                        break;
                    case InlineFragmentNode inline:
                        Add(inline.SelectionSet, inline.TypeCondition is { } on ? schema.Types.Find(on.Name.Value)! : type);
                        break;
                }
            }
        }

        private void Add(FieldNode node, GraphQLType type)
        {
            if ((type as ObjectOrInterfaceType)?.Fields.Find(node.Name.Value) is not { } field) return;
            All.Add($"{type.Named.Name}.{field.Name}");
            foreach (var argument in node.Arguments)
            {
                All.Add($"{type.Named.Name}.{field.Name}({argument.Name.Value}:)");
                Add(argument.Value, field.Arguments.Find(argument.Name.Value)!.Type.Named);
            }
            Add(node.SelectionSet, field.Type.Named);
        }

        private void Add(ValueNode value, GraphQLType type)
        {
            switch (value)
            {
                case ListValueNode list:
                    foreach (var item in list.Values) Add(item, type);
                    break;
                case EnumValueNode one:
                    All.Add($"{type.Named.Name}.{one.Value}");
                    break;
                case ObjectValueNode fields when type is InputObjectType input:
                    foreach (var field in fields.Fields)
                    {
                        All.Add($"{input.Name}.{field.Name.Value}");
                        Add(field.Value, input.Fields.Find(field.Name.Value)!.Type.Named);
                    }
                    break;
            }
        }
    }
}
