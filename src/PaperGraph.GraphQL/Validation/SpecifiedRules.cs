using PaperGraph.GraphQL.Validation.Rules;
using static PaperGraph.GraphQL.Validation.RuleSet<PaperGraph.GraphQL.Validation.DocumentContext>;

namespace PaperGraph.GraphQL.Validation;

/// <summary>The rules for executable documents, in the order of the specification.</summary>
internal static class SpecifiedRules
{
    public static RuleSet<DocumentContext> All { get; } = new(
        Rule(context => new ExecutableDefinitions(context)),
        Rule(context => new KnownOperationTypes(context)),
        Rule(context => new UniqueOperationNames(context)),
        Rule(context => new LoneAnonymousOperation(context)),
        Rule(context => new SingleFieldSubscriptions(context)),
        Rule(context => new FieldsOnCorrectType(context)),
        Rule(context => new OverlappingFieldsCanBeMerged(context)),
        Rule(context => new ScalarLeafs(context)),
        Rule(context => new KnownArgumentNames(context)),
        Rule(context => new UniqueArgumentNames(context)),
        Rule(context => new ProvidedRequiredArguments(context)),
        Rule(context => new UniqueFragmentNames(context)),
        Rule(context => new KnownTypeNames(context)),
        Rule(context => new FragmentsOnCompositeTypes(context)),
        Rule(context => new NoUnusedFragments(context)),
        Rule(context => new KnownFragmentNames(context)),
        Rule(context => new NoFragmentCycles(context)),
        Rule(context => new PossibleFragmentSpreads(context)),
        Rule(context => new ValuesOfCorrectType(context)),
        Rule(context => new UniqueInputFieldNames(context)),
        Rule(context => new KnownDirectives(context)),
        Rule(context => new KnownArgumentNamesOnDirectives(context)),
        Rule(context => new ProvidedRequiredArgumentsOnDirectives(context)),
        Rule(context => new UniqueDirectivesPerLocation(context)),
        Rule(context => new UniqueVariableNames(context)),
        Rule(context => new VariablesAreInputTypes(context)),
        Rule(context => new NoUndefinedVariables(context)),
        Rule(context => new NoUnusedVariables(context)),
        Rule(context => new VariablesInAllowedPosition(context)),
        Rule(context => new DeferStreamDirectiveLabel(context)),
        Rule(context => new DeferStreamDirectiveOnRootField(context)),
        Rule(context => new DeferStreamDirectiveOnValidOperations(context)),
        Rule(context => new StreamDirectiveOnListField(context)));
}
