using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Kept.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Questionnaires : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "work_questionnaire",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    draft = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: true),
                    reviewer = table.Column<string>(type: "text", nullable: true),
                    deputy = table.Column<string>(type: "text", nullable: true),
                    made = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    made_by = table.Column<string>(type: "text", nullable: false),
                    closed = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_work_questionnaire", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "work_form_version",
                columns: table => new
                {
                    questionnaire_id = table.Column<string>(type: "text", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    form = table.Column<string>(type: "text", nullable: false),
                    made = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    made_by = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_work_form_version", x => new { x.questionnaire_id, x.number });
                    table.ForeignKey(
                        name: "FK_work_form_version_work_questionnaire_questionnaire_id",
                        column: x => x.questionnaire_id,
                        principalTable: "work_questionnaire",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "work_reply",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false),
                    questionnaire_id = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: true),
                    body = table.Column<string>(type: "text", nullable: true),
                    account_id = table.Column<string>(type: "text", nullable: true),
                    word = table.Column<string>(type: "text", nullable: true),
                    invited_name = table.Column<string>(type: "text", nullable: true),
                    invited_email = table.Column<string>(type: "text", nullable: true),
                    made = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    saved = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ends = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    answers = table.Column<string>(type: "text", nullable: false),
                    at_risk = table.Column<bool>(type: "boolean", nullable: false),
                    is_safeguarded = table.Column<bool>(type: "boolean", nullable: false),
                    sent = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    reference = table.Column<string>(type: "text", nullable: true),
                    channel = table.Column<string>(type: "text", nullable: false),
                    came_on = table.Column<DateOnly>(type: "date", nullable: true),
                    entered_by = table.Column<string>(type: "text", nullable: true),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_work_reply", x => x.id);
                    table.ForeignKey(
                        name: "FK_work_reply_work_questionnaire_questionnaire_id",
                        column: x => x.questionnaire_id,
                        principalTable: "work_questionnaire",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "work_safeguarding",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    reply_id = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false),
                    deed = table.Column<string>(type: "text", nullable: false),
                    decision = table.Column<string>(type: "text", nullable: true),
                    to = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_work_safeguarding", x => x.id);
                    table.ForeignKey(
                        name: "FK_work_safeguarding_work_reply_reply_id",
                        column: x => x.reply_id,
                        principalTable: "work_reply",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_work_reply_ends",
                table: "work_reply",
                column: "ends");

            migrationBuilder.CreateIndex(
                name: "IX_work_reply_questionnaire_id_sent",
                table: "work_reply",
                columns: new[] { "questionnaire_id", "sent" });

            migrationBuilder.CreateIndex(
                name: "IX_work_reply_reference",
                table: "work_reply",
                column: "reference",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_work_safeguarding_reply_id",
                table: "work_safeguarding",
                column: "reply_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "work_form_version");

            migrationBuilder.DropTable(
                name: "work_safeguarding");

            migrationBuilder.DropTable(
                name: "work_reply");

            migrationBuilder.DropTable(
                name: "work_questionnaire");
        }
    }
}
