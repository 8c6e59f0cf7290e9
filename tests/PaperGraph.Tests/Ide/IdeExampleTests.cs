using PaperGraph.GraphQL.Building;
using PaperGraph.GraphQL.Language;
using PaperGraph.GraphQL.Validation;
using PaperGraph.Ide;

namespace PaperGraph.Tests.Ide;

public sealed class IdeExampleTests
{
    [Fact]
    public void The_first_comment_is_the_name_and_those_behind_it_say_what_it_shows() =>
        IdeExample.Parse("""
            # Latest papers
            # Their titles,
            # nothing else.
            query Latest {
              # not about the example
              papers { nodes { title } }
            }

            """).ShouldBe(new IdeExample("Latest papers", "Their titles, nothing else.", """
            # Latest papers
            # Their titles,
            # nothing else.
            query Latest {
              # not about the example
              papers { nodes { title } }
            }
            """));

    /// <summary>What of a line shows beside the answer in a window of 1,440 pixels.</summary>
    [Fact]
    public void Every_line_of_an_example_fits_a_window_of_usual_width() =>
        IdeExample.All.SelectMany(example => example.Query.Split('\n')).Where(line => line.Length > 58).ShouldBeEmpty();

    [Fact]
    public void The_page_opens_on_the_example_that_shows_connections() =>
        IdeExample.All[0].Name.ShouldBe("Papers that belong together, and why");

    [Fact]
    public void Every_example_is_valid_against_the_schema()
    {
        var schema = SchemaBuilder.BuildTypes(Parser.Parse(File.ReadAllText(RepositoryRoot.Combine("schema.graphql"))));
        foreach (var example in IdeExample.All)
            Validator.Validate(schema, Parser.Parse(example.Query)).Select(error => error.Message).ShouldBeEmpty(example.Name);
    }

    [Fact]
    public void Every_example_says_what_it_is_and_has_a_named_operation()
    {
        IdeExample.All.Count.ShouldBeGreaterThan(3);
        foreach (var example in IdeExample.All)
        {
            example.Name.ShouldNotBeNullOrWhiteSpace();
            example.About.ShouldEndWith(".");
            example.Query.ShouldMatch(@"(?m)^(query|subscription) [A-Z]\w+");
        }
        IdeExample.All.ShouldBeUnique();
    }
}
