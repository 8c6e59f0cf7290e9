using PaperGraph.Graph.Nodes;
using PaperGraph.Model;

namespace PaperGraph.Graph.Groups;

/// <summary>What the papers of a group have in common in one dimension. Groups that have the same share it.</summary>
internal abstract class GroupKey
{
    /// <summary>The same in every answer: a slug, an address, a name, a first day.</summary>
    public abstract string Key { get; }

    /// <summary>What a person reads.</summary>
    public abstract string Label { get; }

    /// <summary>The field of a filter of papers that chooses the group's.</summary>
    public abstract FilterField Filter { get; }

    /// <summary>The first day of a period; null of everything else.</summary>
    public virtual DateOnly? Date => null;

    public virtual bool IsUnknown => false;

    /// <summary>The node that the papers have; null of everything else.</summary>
    public virtual Node? Node => null;
}

/// <summary>The group of the papers of which it is not known.</summary>
internal sealed class UnknownKey(PaperDimension dimension) : GroupKey
{
    public override string Key => "(unknown)";

    public override string Label => "Not known";

    public override FilterField Filter => new("unknown", $"[{EnumName.For(dimension)}]");

    public override bool IsUnknown => true;
}

internal sealed class ValueKey(string key, string label, FilterField filter) : GroupKey
{
    public override string Key => key;

    public override string Label => label;

    public override FilterField Filter => filter;
}

internal sealed class PeriodKey(PeriodDimension dimension, DateOnly start) : GroupKey
{
    private string? key;

    public override string Key => key ??= Scalars.Write(start);

    public override string Label => dimension.Interval.Label(start);

    public override FilterField Filter => dimension.Filter(start, dimension.Interval.Next(start));

    public override DateOnly? Date => start;
}

/// <summary>A node, unknown until it is said which it is.</summary>
/// <param name="filterField">The field of a filter of papers that takes what names it.</param>
internal sealed class NodeKey(PaperDimension dimension, string filterField) : GroupKey
{
    private readonly UnknownKey unknown = new(dimension);
    private (string Key, string Label, Node Node)? named;

    public override string Key => named?.Key ?? unknown.Key;

    public override string Label => named?.Label ?? unknown.Label;

    public override FilterField Filter =>
        named is { } known ? new FilterField(filterField, $"{{ any: [{FilterText.Literal(known.Key)}] }}") : unknown.Filter;

    public override bool IsUnknown => named is null;

    public override Node? Node => named?.Node;

    public void Name(string key, string label, Node node) => named = (key, label, node);
}
