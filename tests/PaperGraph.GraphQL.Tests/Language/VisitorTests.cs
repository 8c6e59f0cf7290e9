using PaperGraph.GraphQL.Language;

namespace PaperGraph.GraphQL.Tests.Language;

public sealed class VisitorTests
{
    [Fact]
    public void A_field_is_entered_before_its_parts_and_left_after_them()
    {
        var visitor = new Recorder();
        visitor.Visit(Parser.Parse("{ a(x: $v) { b } c }"));
        visitor.Seen.ShouldBe("+a $v +b -b -a +c -c");
    }

    [Theory]
    [InlineData("""
        "d" query Q("e" $a: [Int!] = [1] @f) @g { h: i(j: {k: "l"}) @m { n } ...O @p ... on R @s { t } }
        "u" fragment O on R @v { w(x: 1.0, y: true, z: null, e: E, v: $a) }
        """)]
    [InlineData("""
        "a" schema @b { query: Q } "c" scalar D @e "f" type G implements H @i { "j" k("l" m: Int = 1 @n): [O!] @p }
        "q" interface R implements H @s { t: Int } "u" union V @w = X "y" enum Z @a { "b" C @d } "e" input F @g { h: Int }
        "i" directive @j(k: Int) on FIELD
        extend schema @a { query: Q } extend scalar D @e extend type G implements H @i { k: O }
        extend interface R implements H @s { t: Int }
        extend union V @w = X extend enum Z @a { C } extend input F @g { h: Int }
        """)]
    public void Every_node_of_a_document_is_visited_once_in_the_order_of_the_text(string text)
    {
        var document = Parser.Parse(text);
        var visitor = new Collector();
        visitor.Visit(document);

        visitor.Entered.Count.ShouldBe(Trees.CountNodes(document));
        visitor.Entered.Distinct().Count().ShouldBe(visitor.Entered.Count);
        visitor.Left.Count.ShouldBe(visitor.Entered.Count);
        var starts = visitor.Entered.Select(node => node.Location.Start).ToList();
        starts.ShouldBe(starts.Order());
    }

    private sealed class Recorder : Visitor
    {
        private readonly List<string> seen = [];

        public string Seen => string.Join(' ', seen);

        public override void Enter(FieldNode node) => seen.Add($"+{node.Name}");

        public override void Enter(VariableNode node) => seen.Add($"${node.Name}");

        public override void Leave(FieldNode node) => seen.Add($"-{node.Name}");
    }

    private sealed class Collector : Visitor
    {
        public List<Node> Entered { get; } = [];

        public List<Node> Left { get; } = [];

        internal override void EnterAny(Node node) => Entered.Add(node);

        internal override void LeaveAny(Node node) => Left.Add(node);
    }
}
