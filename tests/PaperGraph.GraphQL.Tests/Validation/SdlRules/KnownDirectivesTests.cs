using PaperGraph.GraphQL.Validation.Rules;

namespace PaperGraph.GraphQL.Tests.Validation.SdlRules;

public sealed class KnownDirectivesTests() : SdlRuleTests(nameof(KnownDirectives))
{
    [Fact]
    public void A_directive_may_stand_at_each_location_of_its_definition() => Expect(
        """
        directive @a on OBJECT | FIELD_DEFINITION | ARGUMENT_DEFINITION | SCHEMA
        schema @a { query: A }
        type A @a { x(y: Int @a @deprecated): Int @a @deprecated }
        scalar S @specifiedBy(url: "")
        input I @oneOf { x: Int }
        """);

    [Fact]
    public void An_unknown_directive_and_one_at_another_location_are_reported() => Expect(
        """
        scalar A @here
        enum B @oneOf { X @specifiedBy(url: "") }
        input I { x: Int @skip(if: true) }
        interface C @deprecated { x: Int }
        union U @oneOf = D
        """,
        "1:10 Unknown directive \"@here\".",
        "2:8 Directive \"@oneOf\" may not be used on ENUM.",
        "2:19 Directive \"@specifiedBy\" may not be used on ENUM_VALUE.",
        "3:18 Directive \"@skip\" may not be used on INPUT_FIELD_DEFINITION.",
        "4:13 Directive \"@deprecated\" may not be used on INTERFACE.",
        "5:9 Directive \"@oneOf\" may not be used on UNION.");
}
