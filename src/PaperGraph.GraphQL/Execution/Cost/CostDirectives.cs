using System.Collections.Immutable;
using System.Globalization;
using PaperGraph.GraphQL.Language;
using PaperGraph.GraphQL.Types;

namespace PaperGraph.GraphQL.Execution.Cost;

/// <summary>Reads <c>@cost</c> and <c>@listSize</c>, where a schema declares them, off its definitions.</summary>
internal sealed class CostDirectives
{
    private readonly List<string> problems;
    private readonly Dictionary<Field, double> fields = [];
    private readonly Dictionary<NamedType, double> types = [];
    private readonly Dictionary<InputValue, double> inputs = [];
    private readonly Dictionary<Field, ListSize> sizes = [];

    private CostDirectives(List<string> problems) => this.problems = problems;

    public static CostModel Read(Schema schema, List<string> problems)
    {
        var directives = new CostDirectives(problems);
        foreach (var type in schema.Types.Where(type => type.Definition is not null))
        {
            var applied = type.Definition!.Directives.Concat(type.Extensions.SelectMany(extension => extension.Directives));
            directives.ReadWeight(directives.types, type, applied, SchemaCoordinate.ForType(type.Name));
            if (type is ObjectOrInterfaceType { Fields: var fields })
                foreach (var field in fields) directives.Read(field, SchemaCoordinate.ForMember(type.Name, field.Name));
            if (type is InputObjectType { Fields: var inputFields })
                foreach (var field in inputFields) directives.Read(field, SchemaCoordinate.ForMember(type.Name, field.Name));
        }
        return new CostModel(directives.fields, directives.types, directives.inputs, directives.sizes);
    }

    private void Read(Field field, SchemaCoordinate spot)
    {
        if (field.Definition is not { } definition) return;
        ReadWeight(fields, field, definition.Directives, spot);
        foreach (var argument in field.Arguments) Read(argument, spot.ForArgument(argument.Name));
        if (Find(definition.Directives, "listSize") is not { } directive) return;
        var size = new ListSize(
            Argument(directive, "assumedSize") is IntValueNode assumed ? ParseNumber(assumed) : null,
            Names(Argument(directive, "slicingArguments")),
            Names(Argument(directive, "sizedFields")),
            Argument(directive, "requireOneSlicingArgument") is not BooleanValueNode { Value: false });
        var before = problems.Count;
        Check(size, field, spot);
        if (problems.Count == before) sizes.Add(field, size);
    }

    private void Read(InputValue input, SchemaCoordinate spot) => ReadWeight(inputs, input, input.Definition?.Directives ?? [], spot);

    private void ReadWeight<T>(Dictionary<T, double> weights, T owner, IEnumerable<DirectiveNode> directives, SchemaCoordinate spot)
        where T : notnull
    {
        if (Find(directives, "cost") is not { } directive || Argument(directive, "weight") is not StringValueNode text) return;
        if (double.TryParse(text.Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var weight)
            && weight <= SelectionCost.Max) weights.Add(owner, weight);
        else problems.Add($"{spot}: the weight of @cost is \"{text.Value}\"; it is a number that is not negative, such as \"2.5\".");
    }

    private void Check(ListSize size, Field field, SchemaCoordinate spot)
    {
        if (size.AssumedSize < 0) problems.Add($"{spot}: the assumedSize of @listSize is negative or too large.");
        if (size.SizedFields.IsEmpty && field.Type.Nullable is not ListType)
            problems.Add($"{spot}: @listSize stands on a field that is no list, and names no sizedFields.");
        foreach (var slicing in size.SlicingArguments)
        {
            if (field.Arguments.Find(slicing)?.Type.Nullable is not (ScalarType { Name: "Int" } or ListType))
            {
                problems.Add(
                    $"{spot}: @listSize names the slicing argument \"{slicing}\", "
                    + "but the field has no such argument that is an Int or a list.");
            }
        }
        foreach (var sized in size.SizedFields)
        {
            if (field.Type.Named is not ObjectOrInterfaceType { Fields: var below } || below.Find(sized)?.Type.Nullable is not ListType)
                problems.Add($"{spot}: @listSize names the sized field \"{sized}\", but {field.Type.Named} has no such list.");
        }
    }

    private static DirectiveNode? Find(IEnumerable<DirectiveNode> directives, string name) =>
        directives.FirstOrDefault(directive => directive.Name.Value == name);

    private static ValueNode? Argument(DirectiveNode directive, string name) =>
        directive.Arguments.FirstOrDefault(argument => argument.Name.Value == name)?.Value;

    /// <summary>The number of a literal; negative where it is too large for an Int.</summary>
    private static int ParseNumber(IntValueNode literal) =>
        int.TryParse(literal.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : -1;

    private static ImmutableArray<string> Names(ValueNode? value) => value switch
    {
        StringValueNode single => [single.Value],
        ListValueNode list => [.. list.Values.OfType<StringValueNode>().Select(name => name.Value)],
        _ => [],
    };
}
