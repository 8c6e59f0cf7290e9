using System.Collections.Immutable;
using System.Reflection;
using PaperGraph.GraphQL.Language;

namespace PaperGraph.GraphQL.Validation;

/// <summary>
/// Rules that are checked beside each other in one walk, and for each kind of node those that do something there: a walk calls no
/// rule in vain.
/// </summary>
internal sealed class RuleSet<TContext>
    where TContext : ValidationContext
{
    private readonly ImmutableArray<Func<TContext, ValidationRule>> make;
    private readonly int[][] entering;
    private readonly int[][] leaving;

    public RuleSet(params ImmutableArray<Entry> rules)
    {
        make = [.. rules.Select(rule => rule.Make)];
        Types = [.. rules.Select(rule => rule.Type)];
        entering = Overriders(nameof(Visitor.Enter));
        leaving = Overriders(nameof(Visitor.Leave));
    }

    /// <summary>The classes of the rules, in order.</summary>
    public ImmutableArray<Type> Types { get; }

    public static Entry Rule<TRule>(Func<TContext, TRule> make)
        where TRule : ValidationRule => new(typeof(TRule), make);

    public void Check(TContext context)
    {
        var rules = new ValidationRule[make.Length];
        for (var i = 0; i < rules.Length; i++) rules[i] = make[i](context);
        new Walk(this, rules, context).Visit(context.Document);
    }

    private int[][] Overriders(string method) =>
    [
        .. Enum.GetNames<NodeKind>()
            .Select(kind => typeof(Node).Assembly.GetType($"{typeof(Node).Namespace}.{kind}Node", throwOnError: true)!)
            .Select(node => Enumerable.Range(0, Types.Length)
                .Where(rule => Overrides(Types[rule], method, node))
                .ToArray()),
    ];

    private static bool Overrides(Type rule, string method, Type node) =>
        rule.GetMethod(method, BindingFlags.Public | BindingFlags.Instance, [node])!.DeclaringType != typeof(Visitor);

    internal sealed record Entry(Type Type, Func<TContext, ValidationRule> Make);

    private sealed class Walk(RuleSet<TContext> set, ValidationRule[] rules, TContext context) : Visitor
    {
        internal override void EnterAny(Node node)
        {
            context.Enter(node);
            foreach (var rule in set.entering[(int)node.Kind]) rules[rule].EnterAny(node);
        }

        internal override void LeaveAny(Node node)
        {
            foreach (var rule in set.leaving[(int)node.Kind]) rules[rule].LeaveAny(node);
            context.Leave(node);
        }
    }
}
