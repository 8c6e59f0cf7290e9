using FsCheck;
using FsCheck.Fluent;
using PaperGraph.GraphQL.Building;
using PaperGraph.GraphQL.Language;
using PaperGraph.GraphQL.Types;
using PaperGraph.GraphQL.Validation;
using PaperGraph.GraphQL.Validation.Rules;

namespace PaperGraph.GraphQL.Tests.Validation.Rules;

/// <summary>The rule judges random documents as the specification's own algorithm does, which compares every two fields.</summary>
public sealed class OverlappingFieldsAgreementTests
{
    private static readonly Schema Schema = SchemaBuilder.BuildTypes(Parser.Parse("""
        type Query { node: Node hit: Hit }
        interface Node { title: String node: Node }
        type Paper implements Node { title: String abstract: String year: Int node: Node related: Paper }
        type Author implements Node { title: String name: String node: Node paper(first: Int): Paper }
        union Hit = Paper | Author
        """));

    [Fact]
    public void Documents_are_judged_as_by_the_algorithm_of_the_specification() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(3_000),
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
        {
            var document = Parser.Parse(new RandomDocument(new Random(seed)).Text());
            var rules = new RuleSet<DocumentContext>(
                RuleSet<DocumentContext>.Rule(context => new OverlappingFieldsCanBeMerged(context)));
            var isValid = Validator.Violations(new DocumentContext(Schema, document), rules).Count == 0;
            isValid.ShouldBe(new SpecifiedAlgorithm(document).Accepts(), document.ToString());
        }));

    /// <summary>FieldsInSetCanMerge and SameResponseShape, as they are written.</summary>
    private sealed class SpecifiedAlgorithm(DocumentNode document)
    {
        private readonly Dictionary<string, FragmentDefinitionNode> fragments = document.Fragments.ToDictionary(node => node.Name.Value);

        public bool Accepts() =>
            document.Operations.All(operation => Accepts(Fields(operation.SelectionSet, Schema.QueryType!)))
            && fragments.Values.All(fragment => Accepts(Fields(fragment.SelectionSet, TypeOf(fragment.TypeCondition))));

        /// <summary>The rule holds for every selection set of the document, not for the outermost alone.</summary>
        private bool Accepts(List<Selected> set) => FieldsInSetCanMerge(set) && set.All(field => Accepts(Below(field)));

        private bool FieldsInSetCanMerge(List<Selected> set) => Pairs(set).All(pair =>
            SameResponseShape(pair.A, pair.B)
            && (!(pair.A.Parent == pair.B.Parent || pair.A.Parent is not ObjectType || pair.B.Parent is not ObjectType)
                || (pair.A.Node.Name.Value == pair.B.Node.Name.Value
                    && string.Join(',', pair.A.Node.Arguments) == string.Join(',', pair.B.Node.Arguments)
                    && FieldsInSetCanMerge(Merged(pair.A, pair.B)))));

        private bool SameResponseShape(Selected a, Selected b)
        {
            var (one, other) = (a.Type, b.Type);
            while (true)
            {
                if (one.IsNonNull || other.IsNonNull)
                {
                    if (!one.IsNonNull || !other.IsNonNull) return false;
                    (one, other) = (one.Nullable, other.Nullable);
                }
                if (one is not ListType && other is not ListType) break;
                if (one is not ListType left || other is not ListType right) return false;
                (one, other) = (left.ItemType, right.ItemType);
            }
            if (one is not CompositeType || other is not CompositeType) return one == other;
            return Pairs(Merged(a, b)).All(pair => SameResponseShape(pair.A, pair.B));
        }

        private List<Selected> Merged(Selected a, Selected b) => [.. Below(a), .. Below(b)];

        private List<Selected> Below(Selected field) =>
            field.Node.SelectionSet is { } selections ? Fields(selections, (CompositeType)field.Type.Named) : [];

        private static IEnumerable<(Selected A, Selected B)> Pairs(List<Selected> set) =>
            from i in Enumerable.Range(0, set.Count)
            from j in Enumerable.Range(0, i)
            where set[i].Node.ResponseName == set[j].Node.ResponseName
            select (set[j], set[i]);

        private List<Selected> Fields(SelectionSetNode selections, CompositeType parent) =>
        [
            .. selections.Selections.SelectMany(selection => selection switch
            {
                FieldNode field => [new Selected(field, parent, Schema.FindField(parent, field.Name)!.Type)],
                InlineFragmentNode inline => Fields(inline.SelectionSet, inline.TypeCondition is { } name ? TypeOf(name) : parent),
                FragmentSpreadNode spread => Fields(fragments[spread.Name].SelectionSet, TypeOf(fragments[spread.Name].TypeCondition)),
                _ => [],
            }),
        ];

        private static CompositeType TypeOf(NamedTypeNode name) => (CompositeType)Schema.Types.Find(name.Name)!;

        private sealed record Selected(FieldNode Node, CompositeType Parent, GraphQLType Type);
    }

    /// <summary>Few names, so that many fields meet; a fragment spreads later ones only.</summary>
    private sealed class RandomDocument(Random random)
    {
        private const int Fragments = 3;
        private static readonly string[] Composites = ["Node", "Paper", "Author", "Paper", "Author", "Hit"];

        public string Text()
        {
            var fragments = Enumerable.Range(0, Fragments).Select(i =>
            {
                var type = Composites[random.Next(Composites.Length)];
                return $"fragment F{i} on {type} {Selections(type, 2, i + 1)}";
            });
            return $"{Selections("Query", 5, 0)}\n{string.Join('\n', fragments)}";
        }

        private string Selections(string type, int depth, int fragment) => "{ " + string.Join(' ', Enumerable.Range(0, random.Next(1, 5))
            .Select(_ => Selection(type, depth, fragment))) + " }";

        private string Selection(string type, int depth, int fragment)
        {
            if (type != "Query" && random.Next(6) == 0 && fragment < Fragments) return $"...F{random.Next(fragment, Fragments)}";
            if (type != "Query" && depth > 0 && random.Next(5) < 2)
            {
                var condition = Composites[random.Next(Composites.Length)];
                return $"... on {condition} {Selections(condition, depth - 1, fragment)}";
            }

            var fields = (Schema.Types.Find(type) as ObjectOrInterfaceType)?.Fields
                .Where(field => depth > 0 || field.Type.Named is not CompositeType)
                .ToList();
            if (fields is not { Count: > 0 }) return "__typename";
            var chosen = fields[random.Next(fields.Count)];
            var alias = random.Next(2) == 0 ? "" : chosen.Type.Named is CompositeType ? "y: " : "x: ";
            var arguments = chosen.Arguments.Count > 0 && random.Next(2) == 0 ? $"(first: {random.Next(2)})" : "";
            var below = chosen.Type.Named is CompositeType inner ? " " + Selections(inner.Name, depth - 1, fragment) : "";
            return $"{alias}{chosen.Name}{arguments}{below}";
        }
    }
}
