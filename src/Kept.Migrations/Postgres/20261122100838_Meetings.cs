using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kept.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Meetings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "work_contact",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    body = table.Column<string>(type: "text", nullable: true),
                    added = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    added_by = table.Column<string>(type: "text", nullable: false),
                    ended = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_work_contact", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "work_meeting",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false),
                    form_key = table.Column<string>(type: "text", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    bodies = table.Column<List<string>>(type: "text[]", nullable: false),
                    contacts = table.Column<List<string>>(type: "text[]", nullable: false),
                    actions = table.Column<List<string>>(type: "text[]", nullable: false),
                    attended = table.Column<string>(type: "text", nullable: true),
                    happens_now = table.Column<string>(type: "text", nullable: true),
                    is_planned = table.Column<string>(type: "text", nullable: true),
                    gets_in_the_way = table.Column<string>(type: "text", nullable: true),
                    next_steps = table.Column<string>(type: "text", nullable: false),
                    recorded_by = table.Column<string>(type: "text", nullable: false),
                    made = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_work_meeting", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_work_meeting_day",
                table: "work_meeting",
                column: "day");

            migrationBuilder.CreateIndex(
                name: "IX_work_meeting_form_key",
                table: "work_meeting",
                column: "form_key",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "work_contact");

            migrationBuilder.DropTable(
                name: "work_meeting");
        }
    }
}
