using PaperGraph.GraphQL.Language;

namespace PaperGraph.GraphQL.Tests.Language;

public sealed class SchemaCoordinateTests
{
    public static TheoryData<string, SchemaCoordinate> Coordinates { get; } = new()
    {
        { "Paper", SchemaCoordinate.ForType("Paper") },
        { "__Type", SchemaCoordinate.ForType("__Type") },
        { "Paper.title", SchemaCoordinate.ForMember("Paper", "title") },
        { "Kind.METHOD_2", SchemaCoordinate.ForMember("Kind", "METHOD_2") },
        { "Query.papers(first:)", SchemaCoordinate.ForMember("Query", "papers").ForArgument("first") },
        { "@cost", SchemaCoordinate.ForDirective("cost") },
        { "@cost(weight:)", SchemaCoordinate.ForDirective("cost").ForArgument("weight") },
    };

    [Theory]
    [MemberData(nameof(Coordinates))]
    public void A_coordinate_is_read_and_written(string text, SchemaCoordinate coordinate)
    {
        SchemaCoordinate.Parse(text).ShouldBe(coordinate);
        coordinate.ToString().ShouldBe(text);
    }

    [Theory]
    [InlineData("", "1:1 Syntax Error: Expected Name, found <EOF>.")]
    [InlineData("@", "1:2 Syntax Error: Expected Name, found <EOF>.")]
    [InlineData("1", "1:1 Syntax Error: Expected Name, found \"1\".")]
    [InlineData("Paper ", "1:6 Syntax Error: Expected <EOF>, found \" \".")]
    [InlineData(" Paper", "1:1 Syntax Error: Expected Name, found \" \".")]
    [InlineData("Paper.", "1:7 Syntax Error: Expected Name, found <EOF>.")]
    [InlineData("Paper.title.length", "1:12 Syntax Error: Expected <EOF>, found \".\".")]
    [InlineData("Paper(first:)", "1:6 Syntax Error: Expected <EOF>, found \"(\".")]
    [InlineData("Query.papers(first)", "1:19 Syntax Error: Expected \":\", found \")\".")]
    [InlineData("Query.papers(first:", "1:20 Syntax Error: Expected \")\", found <EOF>.")]
    [InlineData("Query.papers()", "1:14 Syntax Error: Expected Name, found \")\".")]
    [InlineData("Query.papers(first: 1)", "1:20 Syntax Error: Expected \")\", found \" \".")]
    [InlineData("@cost.weight", "1:6 Syntax Error: Expected <EOF>, found \".\".")]
    [InlineData("@cost(weight:)!", "1:15 Syntax Error: Expected <EOF>, found \"!\".")]
    [InlineData("Papér", "1:4 Syntax Error: Expected <EOF>, found U+00E9.")]
    public void What_is_no_coordinate_is_refused_at_its_place(string text, string error)
    {
        var exception = Should.Throw<SyntaxException>(() => SchemaCoordinate.Parse(text));

        $"{exception.Location} {exception.Message}".ShouldBe(error);
    }

    [Theory]
    [InlineData("Paper")]
    [InlineData("Query.papers(first:)")]
    public void Only_fields_and_directives_have_arguments(string text) =>
        Should.Throw<InvalidOperationException>(() => SchemaCoordinate.Parse(text).ForArgument("more")).Message.ShouldBe(
            $"{text} has no arguments.");
}
