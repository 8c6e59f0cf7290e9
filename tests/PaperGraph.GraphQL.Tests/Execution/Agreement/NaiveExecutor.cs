using System.Text.Json;
using System.Text.Json.Nodes;
using PaperGraph.GraphQL.Execution;
using PaperGraph.GraphQL.Language;

namespace PaperGraph.GraphQL.Tests.Execution.Agreement;

/// <summary>
/// Chapter 6 of the specification as it is written: recursive, one value at a time. Where the specification lets siblings of a failed
/// non-null field be cancelled, this one goes on, so that it knows every error there is.
/// </summary>
internal sealed class NaiveExecutor(RandomSchema schema, RandomData data, DocumentNode document, JsonElement variables)
{
    private readonly Dictionary<string, FragmentDefinitionNode> fragments =
        document.Fragments.ToDictionary(fragment => fragment.Name.Value);

    public List<NaiveError> Errors { get; } = [];

    public JsonNode? Execute()
    {
        try
        {
            return ExecuteSelectionSet([document.Operations.Single().SelectionSet], "Query", Item.Root, []);
        }
        catch (FieldErrorException)
        {
            return null;
        }
    }

    private JsonObject ExecuteSelectionSet(IEnumerable<SelectionSetNode> sets, string objectType, Item value, object[] path)
    {
        var grouped = new OrderedDictionary<string, List<FieldNode>>();
        var visited = new HashSet<string>();
        foreach (var set in sets) CollectFields(objectType, set, visited, grouped);

        var result = new JsonObject();
        var failed = false;
        foreach (var (responseKey, fields) in grouped)
        {
            try
            {
                result.Add(responseKey, ExecuteField(objectType, value, fields, [.. path, responseKey]));
            }
            catch (FieldErrorException)
            {
                failed = true;
            }
        }
        return failed ? throw new FieldErrorException() : result;
    }

    private void CollectFields(
        string objectType, SelectionSetNode set, HashSet<string> visited, OrderedDictionary<string, List<FieldNode>> grouped)
    {
        foreach (var selection in set.Selections)
        {
            if (selection.Directives.Any(directive => directive.Name.Value == "skip" && If(directive))) continue;
            if (selection.Directives.Any(directive => directive.Name.Value == "include" && !If(directive))) continue;
            if (selection is FieldNode field)
            {
                if (!grouped.TryGetValue(field.ResponseName, out var group)) grouped.Add(field.ResponseName, group = []);
                group.Add(field);
            }
            else if (selection is FragmentSpreadNode spread)
            {
                if (!visited.Add(spread.Name)) continue;
                var fragment = fragments[spread.Name];
                if (Applies(objectType, fragment.TypeCondition)) CollectFields(objectType, fragment.SelectionSet, visited, grouped);
            }
            else if (selection is InlineFragmentNode inline && (inline.TypeCondition is null || Applies(objectType, inline.TypeCondition)))
            {
                CollectFields(objectType, inline.SelectionSet, visited, grouped);
            }
        }
    }

    private bool If(DirectiveNode directive) => directive.Arguments.Single().Value switch
    {
        BooleanValueNode literal => literal.Value,
        VariableNode variable => variables.GetProperty(variable.Name).GetBoolean(),
        _ => throw new InvalidOperationException(),
    };

    private bool Applies(string objectType, NamedTypeNode condition) =>
        condition.Name.Value == objectType || schema.PossibleTypes(condition.Name).Contains(objectType);

    private JsonNode? ExecuteField(string objectType, Item parent, List<FieldNode> fields, object[] path)
    {
        if (fields[0].Name.Value == "__typename") return objectType;
        var field = schema.Composites[objectType].Fields.Single(candidate => candidate.Name == fields[0].Name.Value);
        var value = data.ValueOf(parent, field, Argument(field, fields[0]));
        return CompleteValue(Parser.ParseType(field.Type), fields, value, path);
    }

    private object? Argument(RandomSchema.RandomField field, FieldNode node)
    {
        if (!field.HasArgument) return null;
        return node.Arguments.SingleOrDefault()?.Value switch
        {
            null => 1,
            IntValueNode number => int.Parse(number.Value, System.Globalization.CultureInfo.InvariantCulture),
            VariableNode variable when variables.TryGetProperty(variable.Name, out var given) =>
                given.ValueKind == JsonValueKind.Null ? null : given.GetInt32(),
            VariableNode { Name.Value: "m" } => 7,
            VariableNode => 1,
            _ => null,
        };
    }

    private JsonNode? CompleteValue(TypeNode type, List<FieldNode> fields, object? value, object[] path)
    {
        if (type is not NonNullTypeNode nonNull)
        {
            try
            {
                return CompleteNullable(type, fields, value, path);
            }
            catch (FieldErrorException)
            {
                return null;
            }
        }
        if (value is null) throw Error("UNEXPECTED_NULL", fields, path);
        return CompleteNullable(nonNull.Type, fields, value, path);
    }

    private JsonNode? CompleteNullable(TypeNode type, List<FieldNode> fields, object? value, object[] path)
    {
        if (value is null) return null;
        if (value is FieldFailure failure) throw Error(failure.Code!, fields, path);
        if (type is ListTypeNode list)
        {
            if (value is not object?[] items) throw Error("INTERNAL_ERROR", fields, path);
            return CompleteList(list, fields, items, path);
        }
        var named = ((NamedTypeNode)type).Name.Value;
        if (!schema.Composites.ContainsKey(named))
            return CoerceResult(named, value) ?? throw Error("INTERNAL_ERROR", fields, path);
        var objectType = ((Item)value).Type;
        if (!schema.PossibleTypes(named).Contains(objectType)) throw Error("INTERNAL_ERROR", fields, path);
        return ExecuteSelectionSet(fields.Select(field => field.SelectionSet!), objectType, (Item)value, path);
    }

    private JsonArray CompleteList(ListTypeNode list, List<FieldNode> fields, object?[] items, object[] path)
    {
        var result = new JsonArray();
        var failed = false;
        for (var i = 0; i < items.Length; i++)
        {
            try
            {
                result.Add(CompleteValue(list.Type, fields, items[i], [.. path, i]));
            }
            catch (FieldErrorException)
            {
                failed = true;
            }
        }
        return failed ? throw new FieldErrorException() : result;
    }

    private static JsonValue? CoerceResult(string type, object value) => (type, value) switch
    {
        ("Int", int number) => JsonValue.Create(number),
        ("String" or "E", string text) => JsonValue.Create(text),
        ("Boolean", bool flag) => JsonValue.Create(flag),
        _ => null,
    };

    private FieldErrorException Error(string code, List<FieldNode> fields, object[] path)
    {
        Errors.Add(new NaiveError(
            path, $"{string.Join(".", path)} {code} at {string.Join(" ", fields.Select(field => field.Location))}"));
        return new FieldErrorException();
    }

    private sealed class FieldErrorException : Exception;
}

/// <param name="Text">Path, code and locations, to compare with.</param>
internal sealed record NaiveError(object[] Path, string Text);
