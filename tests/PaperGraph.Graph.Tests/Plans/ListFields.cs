using PaperGraph.GraphQL.Types;

namespace PaperGraph.Graph.Tests.Plans;

/// <summary>The lists of the schema that have pages, and what can be asked of each.</summary>
internal static class ListFields
{
    private static readonly Schema Schema = PaperGraphSchema.Build();

    public static IReadOnlyList<(ObjectType Parent, Field Field)> All { get; } =
    [
        .. from type in Schema.Types.OfType<ObjectType>()
           from field in type.Fields
           where field.Arguments.Find("after") is not null
           select (type, field),
    ];

    /// <summary>The names of what the list can be ordered by; none where it has one order.</summary>
    public static IReadOnlyList<string> Orders(Field list) =>
        list.Arguments.Find("orderBy")?.Type.Named is InputObjectType order && order.Fields.Find("by")!.Type.Named is EnumType by
            ? [.. by.Values.Select(value => value.Name)]
            : [];

    /// <summary>The type of the list's filter; null where it has none.</summary>
    public static InputObjectType? Filter(Field list) => list.Arguments.Find("where")?.Type.Named as InputObjectType;

    /// <summary>A value of a condition, as a literal. <c>CONCEPT1</c> and the like stand for names that the graph has.</summary>
    public static string Value(InputObjectType filter, InputField condition) => (condition.Name, condition.Type.Named.Name) switch
    {
        ("and" or "or", _) => "[{ hasCode: true }, { minUpvotes: 3 }]",
        ("not", _) => "{ hasCode: true }",
        ("text", _) => "\"network\"",
        ("name" or "owner" or "model", _) => "\"model\"",
        ("results", _) => "{ task: \"Task 2\" }",
        ("task", _) => "\"Task 1\"",
        ("dataset", _) => "\"Set 1\"",
        ("metric", _) => "\"Accuracy\"",
        ("host", _) => "\"github.com\"",
        ("file" or "source" or "reason", _) => "\"bibtex\"",
        ("import", _) => "\"SW1wb3J0OjE\"",
        ("since", _) => "\"2019-01-01T00:00:00Z\"",
        ("repositoryHosts", _) => "[\"github.com\"]",
        ("sources", _) => "[\"hf-daily\"]",
        ("concepts", _) => "{ any: [\"CONCEPT1\"], none: [\"CONCEPT2\"] }",
        ("topics", _) => "{ any: [\"TOPIC1\"] }",
        ("communities", _) => "{ any: [\"community-1\"] }",
        ("organizations", _) => "{ any: [\"ORGANIZATION1\"] }",
        ("repositories", _) => "{ any: [\"REPOSITORY1\"] }",
        ("authors", _) => "{ any: [\"AUTHOR1\"] }",
        ("categories" or "primaryCategories", _) => "[\"cs.CL\"]",
        ("unknown", _) => "[TOPIC]",
        (_, "ConceptKind") => "[METHOD]",
        (_, "OrganizationRole") => "[SUBMITTED]",
        (_, "CodeStatus") => "[PROMISED]",
        (_, "PaperField") => "[PUBLISHED_ON]",
        (_, "Boolean") => "true",
        (_, "Int") => "3",
        (_, "DateRange") => "{ from: \"2019-01-01\" }",
        (_, "DateTimeRange") => "{ from: \"2019-01-01T00:00:00Z\" }",
        (_, "IntRange") => "{ from: 3, to: 5 }",
        var (name, type) => throw new InvalidOperationException($"No value is known for {filter.Name}.{name}, which is a {type}."),
    };
}
