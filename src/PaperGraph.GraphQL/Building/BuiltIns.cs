using PaperGraph.GraphQL.Language;

namespace PaperGraph.GraphQL.Building;

/// <summary>The directives and introspection types that every schema has, in the type system language.</summary>
internal static class BuiltIns
{
    public static DocumentNode Document { get; } = Parser.Parse(new SourceText(Text, "built-in definitions"));

    private const string Text = """"
        "Leaves out a field or fragment where the condition is true."
        directive @skip("Whether to leave it out." if: Boolean!) on FIELD | FRAGMENT_SPREAD | INLINE_FRAGMENT

        "Takes in a field or fragment only where the condition is true."
        directive @include("Whether to take it in." if: Boolean!) on FIELD | FRAGMENT_SPREAD | INLINE_FRAGMENT

        "Should no longer be used."
        directive @deprecated(
          "Why, and what to use instead; Markdown."
          reason: String! = "No longer supported"
        ) on FIELD_DEFINITION | ARGUMENT_DEFINITION | INPUT_FIELD_DEFINITION | ENUM_VALUE

        "Tells where a custom scalar is specified."
        directive @specifiedBy("Address of the specification." url: String!) on SCALAR

        "Exactly one field of the input object is to be given, and not as null."
        directive @oneOf on INPUT_OBJECT

        "A schema: its types, its directives, and where operations start."
        type __Schema {
          description: String
          "Every type, the built-in ones included."
          types: [__Type!]!
          "Where queries start."
          queryType: __Type!
          "Where mutations start; null where there are none."
          mutationType: __Type
          "Where subscriptions start; null where there are none."
          subscriptionType: __Type
          "Every directive, the built-in ones included."
          directives: [__Directive!]!
        }

        "A type of the schema. Which of the fields have a value depends on its kind."
        type __Type {
          kind: __TypeKind!
          "Null for lists and non-nulls."
          name: String
          description: String
          "Of custom scalars that name their specification."
          specifiedByURL: String
          "Of objects and interfaces."
          fields(includeDeprecated: Boolean! = false): [__Field!]
          "Of objects and interfaces: the interfaces they implement."
          interfaces: [__Type!]
          "Of interfaces and unions: the object types their values may have."
          possibleTypes: [__Type!]
          "Of enums."
          enumValues(includeDeprecated: Boolean! = false): [__EnumValue!]
          "Of input objects."
          inputFields(includeDeprecated: Boolean! = false): [__InputValue!]
          "Of lists and non-nulls: the type inside."
          ofType: __Type
          "Of input objects: whether exactly one field is to be given."
          isOneOf: Boolean
        }

        "What a type is."
        enum __TypeKind {
          "A leaf with a value of its own format."
          SCALAR
          "Has fields."
          OBJECT
          "Fields that several object types share."
          INTERFACE
          "One of several object types."
          UNION
          "One of several names."
          ENUM
          "Has input fields."
          INPUT_OBJECT
          "Many of another type."
          LIST
          "Another type, but never null."
          NON_NULL
        }

        "A field of an object or interface."
        type __Field {
          name: String!
          description: String
          args(includeDeprecated: Boolean! = false): [__InputValue!]!
          type: __Type!
          isDeprecated: Boolean!
          deprecationReason: String
        }

        "An argument, or a field of an input object."
        type __InputValue {
          name: String!
          description: String
          type: __Type!
          "As it would be written in a document; null where there is none."
          defaultValue: String
          isDeprecated: Boolean!
          deprecationReason: String
        }

        "A value of an enum."
        type __EnumValue {
          name: String!
          description: String
          isDeprecated: Boolean!
          deprecationReason: String
        }

        "A directive, and where it may be applied."
        type __Directive {
          name: String!
          description: String
          "Whether it may be applied more than once in the same place."
          isRepeatable: Boolean!
          locations: [__DirectiveLocation!]!
          args(includeDeprecated: Boolean! = false): [__InputValue!]!
        }

        "A place where a directive may be applied."
        enum __DirectiveLocation {
          QUERY
          MUTATION
          SUBSCRIPTION
          FIELD
          FRAGMENT_DEFINITION
          FRAGMENT_SPREAD
          INLINE_FRAGMENT
          VARIABLE_DEFINITION
          SCHEMA
          SCALAR
          OBJECT
          FIELD_DEFINITION
          ARGUMENT_DEFINITION
          INTERFACE
          UNION
          ENUM
          ENUM_VALUE
          INPUT_OBJECT
          INPUT_FIELD_DEFINITION
        }
        """";
}
