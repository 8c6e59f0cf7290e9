using PaperGraph.GraphQL.Validation.Rules;
using PaperGraph.GraphQL.Validation.SdlRules;
using static PaperGraph.GraphQL.Validation.RuleSet<PaperGraph.GraphQL.Validation.SdlContext>;

namespace PaperGraph.GraphQL.Validation;

/// <summary>The rules for documents of the type system language, before a schema is made of them.</summary>
internal static class SpecifiedSdlRules
{
    public static RuleSet<SdlContext> All { get; } = new(
        Rule(context => new LoneSchemaDefinition(context)),
        Rule(context => new UniqueOperationTypes(context)),
        Rule(context => new UniqueTypeNames(context)),
        Rule(context => new UniqueEnumValueNames(context)),
        Rule(context => new UniqueFieldDefinitionNames(context)),
        Rule(context => new UniqueArgumentDefinitionNames(context)),
        Rule(context => new UniqueDirectiveNames(context)),
        Rule(context => new KnownTypeNames(context)),
        Rule(context => new KnownDirectives(context)),
        Rule(context => new UniqueDirectivesPerLocation(context)),
        Rule(context => new PossibleTypeExtensions(context)),
        Rule(context => new KnownArgumentNamesOnDirectives(context)),
        Rule(context => new UniqueArgumentNames(context)),
        Rule(context => new UniqueInputFieldNames(context)),
        Rule(context => new ProvidedRequiredArgumentsOnDirectives(context)));
}
