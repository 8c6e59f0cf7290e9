using System.Collections.Immutable;

namespace PaperGraph.GraphQL.Execution;

/// <summary>
/// Fields that a request selects of a value, fragments and the directives skip and include applied. It never changes for a
/// <see cref="PlannedField"/>, so what is derived from it can be kept there.
/// </summary>
public sealed class Selection
{
    private readonly ImmutableArray<SelectionPlan> plans;
    private readonly string? typeName;

    internal Selection(ImmutableArray<SelectionPlan> plans, string? typeName = null)
    {
        this.plans = plans;
        this.typeName = typeName;
    }

    /// <summary>Whether nothing is selected, because the value is a leaf or the field that was asked about is not selected.</summary>
    public bool IsEmpty => !Fields.Any();

    /// <summary>Names of the schema's fields that are selected on any of the possible types, each once.</summary>
    public IEnumerable<string> Names => Fields.Select(planned => planned.Name).Distinct();

    /// <summary>The selected fields of all possible types; one field of the schema may stand here several times, under aliases.</summary>
    public IEnumerable<PlannedField> Fields =>
        from plan in plans
        from type in plan.PossibleTypes
        where typeName is null || type.Name == typeName
        from planned in plan.For(type).All
        select planned;

    /// <summary>
    /// Whether a field is selected under names of the schema: <c>Selects("edges", "evidence")</c>. True where it is for any of the
    /// possible types.
    /// </summary>
    public bool Selects(params ReadOnlySpan<string> path)
    {
        var selection = this;
        foreach (var name in path[..^1]) selection = selection.Select(name);
        var last = path[^1];
        return selection.Fields.Any(field => field.Name == last);
    }

    /// <summary>What is selected of a field's value, under all its aliases; empty where the field is not selected.</summary>
    public Selection Select(string name) =>
        new([.. Fields.Where(field => field.Name == name).Select(field => field.SubSelection).OfType<SelectionPlan>().Distinct()]);

    /// <summary>What is selected where the value is of this object type.</summary>
    public Selection On(string objectTypeName) => new(plans, objectTypeName);
}
