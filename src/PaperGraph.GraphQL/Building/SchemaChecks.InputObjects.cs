using PaperGraph.GraphQL.Language;

namespace PaperGraph.GraphQL.Building;

/// <summary>Input objects: their fields, and that a value of each, and the default of each field, is finite.</summary>
internal sealed partial class SchemaChecks
{
    private void CheckInputFields(MergedDefinition type)
    {
        if (!type.InputFields.Any()) Report($"Input Object type {type.Name} must define one or more fields.", GetLocations(type));
        var isOneOf = DirectiveArguments.IsOneOf(type.Directives);
        foreach (var field in type.InputFields)
        {
            var name = $"{type.Name}.{field.Name}";
            CheckName(field.Name);
            CheckInput(name, "input field", field);
            if (isOneOf && field.Type is NonNullTypeNode) Report($"OneOf input field {name} must be nullable.", field.Type.Location);
            if (isOneOf && field.DefaultValue is not null)
                Report($"OneOf input field {name} cannot have a default value.", field.Location);
        }
    }

    private void CheckInputObjectCycles()
    {
        var search = new CycleSearch<string, InputValueDefinitionNode>(type =>
            from field in types[type].InputFields
            where field.Type is NonNullTypeNode { Type: NamedTypeNode } && types.ContainsKey(NamedIn(field.Type))
            select (field, NamedIn(field.Type)));
        foreach (var cycle in search.Cycles(types.Keys))
        {
            var path = string.Join('.', cycle.Select(step => step.Edge.Name.Value));
            Report(
                $"Cannot reference Input Object \"{cycle[^1].To}\" within itself through a series of non-null fields: \"{path}\".",
                [.. cycle.Select(step => step.Edge.Location)]);
        }
    }

    // InputObjectDefaultValueHasCycle, with each field that has a default looked at once
    private void CheckDefaultCycles()
    {
        var search = new CycleSearch<(string Type, string Field), InputValueDefinitionNode>(field =>
            types[field.Type].InputFields.Where(node => node.Name == field.Field)
                .SelectMany(node => DefaultsIn(node.DefaultValue!, NamedIn(node.Type))));
        var fields =
            from type in types.Values
            from field in type.InputFields
            where field.DefaultValue is not null
            select (type.Name, field.Name.Value);
        foreach (var cycle in search.Cycles(fields))
        {
            var (type, field) = cycle[^1].To;
            var via = string.Join(", ", cycle[..^1].Select(step => $"{step.To.Type}.{step.To.Field}"));
            Report(
                $"The default of {type}.{field} contains itself{(via.Length > 0 ? $", via the defaults of {via}" : "")}. "
                    + "Give a value for the field in it.",
                [.. cycle.Select(step => step.Edge.Location)]);
        }
    }

    /// <summary>The fields whose defaults a literal takes in, since it does not give them.</summary>
    private IEnumerable<(InputValueDefinitionNode Field, (string Type, string Field) To)> DefaultsIn(ValueNode literal, string type)
    {
        switch (literal)
        {
            case ListValueNode list:
                return list.Values.SelectMany(item => DefaultsIn(item, type));
            case ObjectValueNode item when types.TryGetValue(type, out var inputObject):
                return inputObject.InputFields.SelectMany(field =>
                {
                    var given = item.Fields.FirstOrDefault(given => given.Name.Value == field.Name);
                    if (given is not null) return DefaultsIn(given.Value, NamedIn(field.Type));
                    return field.DefaultValue is null ? [] : [(field, (type, field.Name.Value))];
                });
            default:
                return [];
        }
    }
}
